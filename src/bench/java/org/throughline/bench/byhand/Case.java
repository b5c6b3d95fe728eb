package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;
import static org.throughline.bench.byhand.Columns.unknown;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Friction;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** A use case with what hangs on it and, once {@link #settle} was called, how it stands. */
final class Case {

    private static final int PAUSE_DAYS = 180;

    final UseCase fact;
    final @Nullable Place place;
    final List<Decision> decisions = new ArrayList<>(2);
    final List<Adoption> adoptions = new ArrayList<>(2);
    final List<Friction> blocking = new ArrayList<>(1);

    boolean live;
    boolean declared;
    boolean active;
    boolean settled;
    /** Nothing may have settled it: no decision lacks what would tell. */
    boolean surelyOpen;

    Case(UseCase fact, @Nullable Place place) {
        this.fact = fact;
        this.place = place;
    }

    void settle(Lookup lookup) {
        Stage stage = fact.stage();
        boolean open = stage == Stage.PILOT || stage == Stage.VALIDATED || stage == Stage.IN_USE;
        live = open || stage == Stage.STANDARD;
        declared = stage == Stage.STANDARD || open && standardised();
        active = open && !declared;
        surelyOpen = lookup.knowsDecisions;
        decisions.forEach(decision -> weigh(decision, lookup.asOf));
        if (place != null && fact.startedOn() != null) {
            for (Decision decision : place.decisions) {
                LocalDate day = decision.decidedOn();
                if (day == null ? !absent(decision, Columns.DECIDED) : !day.isBefore(fact.startedOn())) {
                    weigh(decision, lookup.asOf);
                }
            }
        }
    }

    private boolean standardised() {
        for (Decision decision : decisions) {
            if (decision.kind() == DecisionKind.STANDARDISE && !mayBeStopped(decision)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeStopped(Decision standard) {
        for (Decision other : decisions) {
            boolean stop = other.kind() == DecisionKind.STOP || unknown(other, Columns.DECISION_KIND);
            if (stop && other != standard && mayBeLater(other, standard)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeLater(Decision one, Decision other) {
        if (one.decidedOn() == null || other.decidedOn() == null) {
            return !absent(one, Columns.DECIDED) && !absent(other, Columns.DECIDED);
        }
        return one.decidedOn().isAfter(other.decidedOn());
    }

    private void weigh(Decision decision, LocalDate asOf) {
        LocalDate day = decision.decidedOn();
        if (decision.kind() == DecisionKind.PAUSE) {
            settled |= day != null && ChronoUnit.DAYS.between(day, asOf) <= PAUSE_DAYS;
            surelyOpen &= !settled && (day != null || absent(decision, Columns.DECIDED));
        } else if (decision.kind() == null) {
            surelyOpen &= absent(decision, Columns.DECISION_KIND);
        } else if (decision.kind() != DecisionKind.EXTEND) {
            settled |= day != null || decisions.contains(decision);
            surelyOpen = false;
        }
    }

    /** The latest known day on which it was made the standard, else validated. */
    @Nullable
    LocalDate declaredOn() {
        LocalDate latest = null;
        for (Decision decision : decisions) {
            LocalDate day = decision.decidedOn();
            if (decision.kind() == DecisionKind.STANDARDISE && day != null) {
                latest = latest == null || day.isAfter(latest) ? day : latest;
            }
        }
        return latest == null ? fact.validatedOn() : latest;
    }

    @Nullable
    Step step() {
        return place == null || fact.stepId() == null ? null : place.stepsById.get(fact.stepId());
    }

    boolean active(Stage stage) {
        return active && fact.stage() == stage;
    }
}
