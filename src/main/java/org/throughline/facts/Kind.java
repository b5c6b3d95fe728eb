package org.throughline.facts;

import static org.throughline.facts.AttributeType.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The eleven kinds of fact and their columns: the canonical form of an inventory. The order of kinds and of attributes is part of the
 * form: where something counts as "first", it is the first in this order, then by row, then by column.
 */
public enum Kind {
    USE_CASE("use_cases"),
    WORKFLOW("workflows"),
    STEP("steps"),
    HANDOFF("handoffs"),
    TEAM("teams"),
    PERSON("people"),
    DECISION("decisions"),
    ADOPTION("adoptions"),
    RESPONSIBILITY("responsibilities"),
    FRICTION("frictions"),
    MEASURE("measures");

    static {
        USE_CASE.id("id").need("name", TEXT).has("description", TEXT).team("team_id");
        USE_CASE.ref("workflow_id", WORKFLOW).ref("step_id", STEP);
        USE_CASE.choice("stage", Stage.class, true).has("started_on", DAY).has("validated_on", EVENT);
        USE_CASE.has("planned_end_on", PLAN);
        USE_CASE.person("pilot_owner_id").person("outcome_owner_id").person("sponsor_id");
        USE_CASE.has("vendor", TEXT).has("tool", TEXT).has("domain", TEXT).has("success_measure", TEXT);
        USE_CASE.choice("measure_scope", MeasureScope.class, false);
        USE_CASE.has("baseline", AMOUNT)
                .has("target", AMOUNT)
                .has("current", AMOUNT)
                .has("unit", TEXT);
        USE_CASE.has("hours_saved_per_item", HOURS);

        WORKFLOW.id("id")
                .need("name", TEXT)
                .person("owner_id")
                .has("outcome", TEXT)
                .has("items_per_month", AMOUNT);
        WORKFLOW.has("lead_time_h", HOURS).has("redesigned_on", EVENT).has("standard_documented_on", EVENT);
        WORKFLOW.has("baseline_lead_time_h", HOURS)
                .has("baseline_steps", AMOUNT)
                .has("baseline_handoffs", AMOUNT);

        STEP.idRef("workflow_id", WORKFLOW)
                .id("id")
                .need("seq", AMOUNT)
                .need("name", TEXT)
                .team("team_id");
        STEP.has("role", TEXT).choice("kind", StepKind.class, false);
        STEP.has("process_time_h", HOURS).has("wait_before_h", HOURS).has("pct_complete_accurate", PERCENT);
        STEP.has("capacity_per_month", AMOUNT).has("changed_on", EVENT);

        HANDOFF.idRef("workflow_id", WORKFLOW).idRef("from_step_id", STEP).idRef("to_step_id", STEP);
        HANDOFF.has("wait_h", HOURS).has("next_actor", TEXT).choice("channel", Channel.class, false);
        HANDOFF.has("changed_on", EVENT);

        TEAM.id("id").need("name", TEXT).team("parent_id").person("lead_id");
        TEAM.has("headcount", AMOUNT).has("initiative_capacity", AMOUNT);

        PERSON.id("id").need("name", TEXT).has("email", TEXT).has("role", TEXT).team("team_id");

        DECISION.id("id").choice("subject_type", DecisionSubject.class, true).need("subject_id", ID);
        DECISION.choice("kind", DecisionKind.class, true)
                .need("decided_on", DAY)
                .person("decided_by_id");
        DECISION.has("team_ids", TEAMS);

        ADOPTION.idRef("use_case_id", USE_CASE)
                .need("team_id", AttributeType.TEAM)
                .has("since", DAY);
        ADOPTION.choice("mode", AdoptionMode.class, false).has("variant", TEXT);
        ADOPTION.has("users", AMOUNT).has("eligible_users", AMOUNT).has("old_way_still_used", FLAG);

        RESPONSIBILITY
                .idRef("workflow_id", WORKFLOW)
                .ref("step_id", STEP)
                .need("role", TEXT)
                .team("team_id");
        RESPONSIBILITY.choice("assignment", Assignment.class, true).has("measured_by", TEXT);
        RESPONSIBILITY.has("updated_on", EVENT);

        FRICTION.id("id").choice("kind", FrictionKind.class, true).has("description", TEXT);
        FRICTION.ref("workflow_id", WORKFLOW).ref("step_id", STEP).person("owner_id");
        FRICTION.has("recorded_on", DAY).has("removed_on", EVENT).add("use_case_ids", LIST, false, USE_CASE, null);

        MEASURE.choice("subject_type", MeasureSubject.class, true)
                .need("subject_id", ID)
                .need("metric", TEXT);
        MEASURE.need("measured_on", DAY).need("value", AMOUNT).has("unit", TEXT);
    }

    private final String table;
    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<String, Attribute> byName = new HashMap<>();

    Kind(String table) {
        this.table = table;
    }

    /** The file's (and the JSON property's) name: {@code use_cases}. */
    public String table() {
        return table;
    }

    /** The kind as a subject's type: {@code use_case}. */
    public String singular() {
        return this == PERSON ? "person" : name().toLowerCase(java.util.Locale.ROOT);
    }

    /** All columns, in canonical order. */
    public List<Attribute> attributes() {
        return Collections.unmodifiableList(attributes);
    }

    /**
     * The column of that name.
     *
     * @throws IllegalArgumentException if the kind has no such column; names those it has
     */
    public Attribute attribute(String name) {
        Attribute found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    table + " has no column \"" + name + "\"; it has " + String.join(", ", names()));
        }
        return found;
    }

    /** The column of that name, or null. */
    public @Nullable Attribute find(String name) {
        return byName.get(name);
    }

    /** The kind whose file has that name, or null. */
    public static @Nullable Kind ofTable(String table) {
        for (Kind kind : values()) {
            if (kind.table.equals(table)) {
                return kind;
            }
        }
        return null;
    }

    private List<String> names() {
        return attributes.stream().map(Attribute::name).toList();
    }

    private Kind id(String name) {
        return add(name, ID, true, null, null);
    }

    private Kind idRef(String name, Kind refersTo) {
        return add(name, ID, true, refersTo, null);
    }

    private Kind ref(String name, Kind refersTo) {
        return add(name, ID, false, refersTo, null);
    }

    private Kind need(String name, AttributeType type) {
        return add(name, type, true, type == AttributeType.TEAM ? TEAM : null, null);
    }

    private Kind has(String name, AttributeType type) {
        return add(name, type, false, type == TEAMS ? TEAM : null, null);
    }

    private Kind team(String name) {
        return add(name, AttributeType.TEAM, false, TEAM, null);
    }

    private Kind person(String name) {
        return add(name, AttributeType.PERSON, false, PERSON, null);
    }

    private Kind choice(String name, Class<? extends Enum<?>> choices, boolean required) {
        return add(name, CHOICE, required, null, choices);
    }

    private Kind add(
            String name,
            AttributeType type,
            boolean required,
            @Nullable Kind refersTo,
            @Nullable Class<? extends Enum<?>> choices) {
        Attribute attribute = new Attribute(this, attributes.size(), name, type, required, refersTo, choices);
        attributes.add(attribute);
        byName.put(name, attribute);
        return this;
    }
}
