package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;
import static org.throughline.bench.byhand.Found.cell;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;

/** A. Proof without change. */
final class Proof {

    private static final int UNDECIDED_DAYS = 30;
    private static final int LONG_UNDECIDED_DAYS = 90;
    private static final int PILOT_DAYS = 180;
    private static final int EXTENSIONS = 2;
    private static final int REDESIGN_DAYS = 180;

    private final Lookup lookup;
    private final Found found;

    Proof(Lookup lookup, Found found) {
        this.lookup = lookup;
        this.found = found;
    }

    void judge(Case one) {
        if (one.live) {
            undecidedProof(one);
            endlessValidation(one);
            taskOnlyMeasure(one);
            unchangedWorkflow(one);
            unplaced(one);
        }
    }

    private void undecidedProof(Case one) {
        UseCase u = one.fact;
        boolean proven = one.active && u.stage() != Stage.PILOT;
        if (!proven || !one.surelyOpen || u.validatedOn() == null) {
            return;
        }
        long days = lookup.age(u.validatedOn());
        if (days > UNDECIDED_DAYS) {
            found.add(
                    Check.A1,
                    days > LONG_UNDECIDED_DAYS ? HIGH : MEDIUM,
                    u,
                    "Its proof was accepted " + days + " days ago, and nothing was decided.",
                    cell(u, Columns.STAGE),
                    cell(u, Columns.VALIDATED));
        }
    }

    private void endlessValidation(Case one) {
        UseCase u = one.fact;
        if (!one.active(Stage.PILOT) || one.settled) {
            return;
        }
        long extensions = one.decisions.stream()
                .filter(each -> each.kind() == DecisionKind.EXTEND)
                .count();
        int signs = (lookup.startedOver(one, PILOT_DAYS) ? 1 : 0)
                + (extensions >= EXTENSIONS ? 1 : 0)
                + (u.plannedEndOn() != null && u.plannedEndOn().isBefore(lookup.asOf) ? 1 : 0);
        if (signs > 0) {
            found.add(
                    Check.A2,
                    signs > 1 ? HIGH : MEDIUM,
                    u,
                    "It is a pilot since " + u.startedOn() + ", extended " + extensions + " times, to end on "
                            + u.plannedEndOn() + ".",
                    cell(u, Columns.STAGE),
                    cell(u, Columns.STARTED),
                    cell(u, Columns.PLANNED_END));
        }
    }

    private void taskOnlyMeasure(Case one) {
        UseCase u = one.fact;
        boolean onTaskAlone =
                one.place != null && u.measureScope() == MeasureScope.TASK && absent(one.place.fact, Columns.OUTCOME);
        if (absent(u, Columns.SUCCESS_MEASURE)) {
            found.add(Check.A3, MEDIUM, u, "Nobody said what would be its success.", cell(u, Columns.SUCCESS_MEASURE));
        } else if (onTaskAlone) {
            found.add(
                    Check.A3,
                    MEDIUM,
                    u,
                    "It is measured by its task, and " + one.place.fact.label() + " has no outcome.",
                    cell(u, Columns.SCOPE),
                    cell(one.place.fact, Columns.OUTCOME));
        }
    }

    private void unchangedWorkflow(Case one) {
        UseCase u = one.fact;
        if (u.stage() == Stage.PILOT || one.place == null) {
            return;
        }
        LocalDate redesigned = one.place.fact.redesignedOn();
        boolean longBefore = redesigned != null
                && u.startedOn() != null
                && ChronoUnit.DAYS.between(redesigned, u.startedOn()) > REDESIGN_DAYS;
        if (longBefore || absent(one.place.fact, Columns.REDESIGNED)) {
            found.add(
                    Check.A4,
                    HIGH,
                    u,
                    one.place.fact.label() + " works as before: last redesigned " + redesigned + ".",
                    cell(u, Columns.STAGE),
                    cell(u, Columns.STARTED),
                    cell(one.place.fact, Columns.REDESIGNED));
        }
    }

    private void unplaced(Case one) {
        if (absent(one.fact, Columns.WORKFLOW)) {
            found.add(Check.A5, MEDIUM, one.fact, "It is on no workflow.", cell(one.fact, Columns.WORKFLOW));
        } else if (one.place != null && lookup.knowsSteps && one.place.steps.isEmpty()) {
            found.add(
                    Check.A5,
                    MEDIUM,
                    one.fact,
                    one.place.fact.label() + " has no steps.",
                    cell(one.fact, Columns.WORKFLOW));
        }
    }
}
