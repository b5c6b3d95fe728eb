package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.unknown;
import static org.throughline.bench.byhand.Found.cell;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.findings.Severity.POSITIVE;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Friction;
import org.throughline.facts.Kind;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.Evidence;

/** S. Scaling. */
final class Scaling {

    private static final int REDESIGN_DAYS = 180;
    private static final int PILOT_DAYS = 180;

    private final Lookup lookup;
    private final Found found;

    Scaling(Lookup lookup, Found found) {
        this.lookup = lookup;
        this.found = found;
    }

    void judge(Case one) {
        if (one.declared && one.place != null) {
            standard(one, one.place);
        } else if (one.active(Stage.VALIDATED)) {
            readyToStandardise(one);
        } else if (one.active(Stage.PILOT)) {
            stopCandidate(one);
        }
    }

    private void standard(Case one, Place place) {
        Workflow workflow = place.fact;
        BigDecimal steps = place.steps.isEmpty() ? null : BigDecimal.valueOf(place.steps.size());
        BigDecimal handoffs = steps == null || !lookup.knowsHandoffs ? null : BigDecimal.valueOf(place.handoffs.size());
        Pairs pairs = new Pairs();
        pairs.add(steps, workflow.baselineSteps());
        pairs.add(handoffs, workflow.baselineHandoffs());
        pairs.add(workflow.leadTimeH(), workflow.baselineLeadTimeH());
        if (pairs.known == 0) {
            if (workflow.listed()) {
                found.add(Check.S3, MEDIUM, one.fact, "Nobody measured before and after.", baselines(workflow));
            }
        } else if (pairs.lower == 0 && !pairs.lacking) {
            found.add(Check.S4, HIGH, one.fact, "Nothing got less since the baseline.", baselines(workflow));
        } else if (pairs.lower > 0 && pairs.higher == 0 && redesignedFor(one, workflow)) {
            found.add(
                    Check.S1,
                    POSITIVE,
                    one.fact,
                    pairs.lower + " figures are lower than before, none is higher.",
                    reference(one.fact, workflow));
        }
    }

    private static final class Pairs {
        int known;
        int lower;
        int higher;
        boolean lacking;

        void add(@Nullable BigDecimal current, @Nullable BigDecimal baseline) {
            if (baseline != null && current != null) {
                int difference = current.compareTo(baseline);
                known++;
                lower += difference < 0 ? 1 : 0;
                higher += difference > 0 ? 1 : 0;
            }
            lacking |= baseline != null && current == null;
        }
    }

    private static Evidence[] baselines(Workflow workflow) {
        return new Evidence[] {
            cell(workflow, Columns.BASELINE_LEAD_TIME),
            cell(workflow, Columns.BASELINE_STEPS),
            cell(workflow, Columns.BASELINE_HANDOFFS)
        };
    }

    private static Evidence[] reference(UseCase useCase, Workflow workflow) {
        return new Evidence[] {
            cell(useCase, Columns.OUTCOME_OWNER),
            cell(workflow, Columns.REDESIGNED),
            cell(workflow, Columns.BASELINE_LEAD_TIME),
            cell(workflow, Columns.BASELINE_STEPS),
            cell(workflow, Columns.BASELINE_HANDOFFS)
        };
    }

    private static boolean redesignedFor(Case one, Workflow workflow) {
        LocalDate start = one.fact.startedOn();
        LocalDate redesigned = workflow.redesignedOn();
        return one.fact.outcomeOwnerId() != null
                && start != null
                && redesigned != null
                && !redesigned.isBefore(start.minusDays(REDESIGN_DAYS));
    }

    private void readyToStandardise(Case one) {
        UseCase u = one.fact;
        boolean measured = u.measureScope() == MeasureScope.WORKFLOW || u.measureScope() == MeasureScope.OUTCOME;
        if (measured && u.outcomeOwnerId() != null && reached(u) && !mayBeHalted(one) && !mayBeBlocked(one)) {
            found.add(
                    Check.S2,
                    POSITIVE,
                    u,
                    "It reached " + u.current() + " of " + u.target() + ".",
                    cell(u, Columns.STAGE),
                    cell(u, Columns.OUTCOME_OWNER),
                    cell(u, Columns.SCOPE),
                    cell(u, Columns.TARGET),
                    cell(u, Columns.CURRENT));
        }
    }

    private static boolean reached(UseCase u) {
        boolean equal = u.current() != null && u.target() != null && u.current().compareTo(u.target()) == 0;
        return equal || Boolean.TRUE.equals(better(u, u.current(), u.target()));
    }

    /** Null where unknown. */
    private static @Nullable Boolean better(UseCase u, @Nullable BigDecimal figure, @Nullable BigDecimal than) {
        if (u.target() == null || u.baseline() == null || figure == null || than == null) {
            return null;
        }
        int direction = u.target().compareTo(u.baseline());
        return direction == 0 ? null : figure.compareTo(than) * direction > 0;
    }

    private boolean mayBeHalted(Case one) {
        for (Decision decision : one.decisions) {
            boolean halts = decision.kind() == DecisionKind.STOP || decision.kind() == DecisionKind.PAUSE;
            if (halts || unknown(decision, Columns.DECISION_KIND)) {
                return true;
            }
        }
        return !lookup.knowsDecisions;
    }

    private boolean mayBeBlocked(Case one) {
        boolean untold =
                !lookup.knows(Columns.BLOCKS) && !lookup.portfolio.frictions().isEmpty();
        for (Friction friction : one.blocking) {
            LocalDate removed = friction.removedOn();
            boolean gone = removed == null ? false : !removed.isAfter(lookup.asOf);
            if (!gone
                    && !(friction.recordedOn() != null && friction.recordedOn().isAfter(lookup.asOf))) {
                return true;
            }
        }
        return untold || !lookup.portfolio.knows(Kind.FRICTION);
    }

    private void stopCandidate(Case one) {
        UseCase u = one.fact;
        boolean late = u.plannedEndOn() != null && u.plannedEndOn().isBefore(lookup.asOf);
        boolean notBetter = Boolean.FALSE.equals(better(u, u.current(), u.baseline()));
        if (notBetter && (late || lookup.startedOver(one, PILOT_DAYS))) {
            found.add(
                    Check.S5,
                    MEDIUM,
                    u,
                    "It started on " + u.startedOn() + " and went from " + u.baseline() + " to " + u.current() + ".",
                    cell(u, Columns.STARTED),
                    cell(u, Columns.PLANNED_END),
                    cell(u, Columns.BASELINE),
                    cell(u, Columns.CURRENT));
        }
    }
}
