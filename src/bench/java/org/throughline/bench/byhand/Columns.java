package org.throughline.bench.byhand;

import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;

/** Columns looked up once. */
final class Columns {

    static final Attribute TEAM = Kind.USE_CASE.attribute("team_id");
    static final Attribute WORKFLOW = Kind.USE_CASE.attribute("workflow_id");
    static final Attribute STEP = Kind.USE_CASE.attribute("step_id");
    static final Attribute NAME = Kind.USE_CASE.attribute("name");
    static final Attribute STAGE = Kind.USE_CASE.attribute("stage");
    static final Attribute STARTED = Kind.USE_CASE.attribute("started_on");
    static final Attribute VALIDATED = Kind.USE_CASE.attribute("validated_on");
    static final Attribute PLANNED_END = Kind.USE_CASE.attribute("planned_end_on");
    static final Attribute PILOT_OWNER = Kind.USE_CASE.attribute("pilot_owner_id");
    static final Attribute OUTCOME_OWNER = Kind.USE_CASE.attribute("outcome_owner_id");
    static final Attribute SPONSOR = Kind.USE_CASE.attribute("sponsor_id");
    static final Attribute SUCCESS_MEASURE = Kind.USE_CASE.attribute("success_measure");
    static final Attribute SCOPE = Kind.USE_CASE.attribute("measure_scope");
    static final Attribute BASELINE = Kind.USE_CASE.attribute("baseline");
    static final Attribute TARGET = Kind.USE_CASE.attribute("target");
    static final Attribute CURRENT = Kind.USE_CASE.attribute("current");
    static final Attribute SAVED = Kind.USE_CASE.attribute("hours_saved_per_item");
    static final Attribute OUTCOME = Kind.WORKFLOW.attribute("outcome");
    static final Attribute REDESIGNED = Kind.WORKFLOW.attribute("redesigned_on");
    static final Attribute ITEMS = Kind.WORKFLOW.attribute("items_per_month");
    static final Attribute LEAD_TIME = Kind.WORKFLOW.attribute("lead_time_h");
    static final Attribute BASELINE_LEAD_TIME = Kind.WORKFLOW.attribute("baseline_lead_time_h");
    static final Attribute BASELINE_STEPS = Kind.WORKFLOW.attribute("baseline_steps");
    static final Attribute BASELINE_HANDOFFS = Kind.WORKFLOW.attribute("baseline_handoffs");
    static final Attribute STEP_ID = Kind.STEP.attribute("id");
    static final Attribute STEP_KIND = Kind.STEP.attribute("kind");
    static final Attribute STEP_TEAM = Kind.STEP.attribute("team_id");
    static final Attribute STEP_CHANGED = Kind.STEP.attribute("changed_on");
    static final Attribute PROCESS_TIME = Kind.STEP.attribute("process_time_h");
    static final Attribute CAPACITY = Kind.STEP.attribute("capacity_per_month");
    static final Attribute HANDOFF_WAIT = Kind.HANDOFF.attribute("wait_h");
    static final Attribute NEXT_ACTOR = Kind.HANDOFF.attribute("next_actor");
    static final Attribute HANDOFF_CHANGED = Kind.HANDOFF.attribute("changed_on");
    static final Attribute PARENT = Kind.TEAM.attribute("parent_id");
    static final Attribute LEAD = Kind.TEAM.attribute("lead_id");
    static final Attribute HEADCOUNT = Kind.TEAM.attribute("headcount");
    static final Attribute INITIATIVES = Kind.TEAM.attribute("initiative_capacity");
    static final Attribute PERSON_TEAM = Kind.PERSON.attribute("team_id");
    static final Attribute DECISION_KIND = Kind.DECISION.attribute("kind");
    static final Attribute DECIDED = Kind.DECISION.attribute("decided_on");
    static final Attribute IN_SCOPE = Kind.DECISION.attribute("team_ids");
    static final Attribute MODE = Kind.ADOPTION.attribute("mode");
    static final Attribute ADOPTING_TEAM = Kind.ADOPTION.attribute("team_id");
    static final Attribute VARIANT = Kind.ADOPTION.attribute("variant");
    static final Attribute USERS = Kind.ADOPTION.attribute("users");
    static final Attribute ELIGIBLE = Kind.ADOPTION.attribute("eligible_users");
    static final Attribute OLD_WAY = Kind.ADOPTION.attribute("old_way_still_used");
    static final Attribute MEASURED_BY = Kind.RESPONSIBILITY.attribute("measured_by");
    static final Attribute UPDATED = Kind.RESPONSIBILITY.attribute("updated_on");
    static final Attribute RECORDED = Kind.FRICTION.attribute("recorded_on");
    static final Attribute REMOVED = Kind.FRICTION.attribute("removed_on");
    static final Attribute BLOCKS = Kind.FRICTION.attribute("use_case_ids");

    private Columns() {}

    static boolean absent(Fact fact, Attribute column) {
        return fact.origin().isAbsent(column);
    }

    static boolean unknown(Fact fact, Attribute column) {
        return fact.origin().isUnknown(column);
    }
}
