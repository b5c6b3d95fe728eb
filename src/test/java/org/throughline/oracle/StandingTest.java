package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.facts.DecisionKind.EXTEND;
import static org.throughline.facts.DecisionKind.PAUSE;
import static org.throughline.facts.DecisionKind.REDESIGN;
import static org.throughline.facts.DecisionKind.STANDARDISE;
import static org.throughline.facts.DecisionKind.STOP;
import static org.throughline.facts.Stage.PILOT;
import static org.throughline.facts.Stage.STANDARD;
import static org.throughline.facts.Stage.VALIDATED;
import static org.throughline.oracle.Truth.FALSE;
import static org.throughline.oracle.Truth.TRUE;
import static org.throughline.oracle.Truth.UNKNOWN;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.facts.UseCase;
import org.throughline.testkit.Organisation;

/** Declared standard, settled, active. */
class StandingTest {

    private final Organisation org = Organisation.today();

    private Terms terms(boolean assuming) {
        return new Terms(new Index(org.portfolio()), assuming, false, Set.of());
    }

    private UseCase useCase() {
        return Objects.requireNonNull(terms(true).index.useCase("uc"));
    }

    private Truth declared() {
        return terms(true).declared(useCase());
    }

    private Truth settled() {
        return terms(true).settled(useCase());
    }

    @Test
    void aDecisionMakesAPilotTheStandard() {
        org.useCase("uc").stage(PILOT);
        org.decision(STANDARDISE, "uc", 10);
        assertThat(declared()).isEqualTo(TRUE);
        assertThat(terms(true).active(useCase())).isEqualTo(FALSE);
        assertThat(terms(true).live(useCase())).isEqualTo(TRUE);
    }

    @Test
    void aLaterStopUndoesTheStandard() {
        org.useCase("uc").stage(PILOT);
        org.decision(STANDARDISE, "uc", 10);
        org.decision(STOP, "uc", 9);
        assertThat(declared()).isEqualTo(FALSE);
    }

    @Test
    void aStopOfTheSameDayOrBeforeDoesNot() {
        org.useCase("uc").stage(PILOT);
        org.decision(STOP, "uc", 10);
        org.decision(STANDARDISE, "uc", 10);
        org.decision(STOP, "uc", 20);
        assertThat(declared()).isEqualTo(TRUE);
    }

    @Test
    void aStandardAfterAStopIsOne() {
        org.useCase("uc").stage(PILOT);
        org.decision(STANDARDISE, "uc", 30);
        org.decision(STOP, "uc", 20);
        org.decision(STANDARDISE, "uc", 10);
        assertThat(declared()).isEqualTo(TRUE);
        assertThat(terms(true).declaredOn(useCase())).isEqualTo(LocalDate.of(2026, 6, 20));
    }

    @Test
    void aStopOfUnknownDayLeavesItUnknownAndSoNotTaken() {
        org.useCase("uc").stage(PILOT);
        org.decision(STANDARDISE, "uc", 30);
        org.decision(STOP, "uc", 20).unknown("decided_on");
        assertThat(terms(false).declared(useCase())).isEqualTo(UNKNOWN);
        assertThat(declared()).isEqualTo(FALSE);
    }

    @Test
    void theStageStandardNeedsNoDecision() {
        org.useCase("uc").stage(STANDARD).daysAgo("validated_on", 40);
        org.lacks(Kind.DECISION);
        assertThat(declared()).isEqualTo(TRUE);
        assertThat(terms(true).declaredOn(useCase())).isEqualTo(LocalDate.of(2026, 5, 21));
    }

    @Test
    void aStandardiseDecisionDoesNotReviveAStoppedUseCase() {
        org.useCase("uc").stage("stopped");
        org.decision(STANDARDISE, "uc", 10);
        assertThat(declared()).isEqualTo(FALSE);
    }

    @Test
    void decisionsOnTheWorkflowDeclareNothing() {
        org.useCase("uc").stage(PILOT).on("w");
        org.decisionOnWorkflow(STANDARDISE, "w", 10);
        assertThat(declared()).isEqualTo(FALSE);
    }

    @Test
    void withoutDecisionsNothingIsSettledNorDeclared() {
        org.useCase("uc").stage(VALIDATED);
        org.lacks(Kind.DECISION);
        assertThat(settled()).isEqualTo(FALSE);
        assertThat(declared()).isEqualTo(FALSE);
        assertThat(terms(false).settled(useCase())).isEqualTo(UNKNOWN);
        assertThat(terms(false).active(useCase())).isEqualTo(UNKNOWN);
    }

    @Test
    void anExtensionSettlesNothing() {
        org.useCase("uc").stage(PILOT);
        org.decision(EXTEND, "uc", 10);
        assertThat(settled()).isEqualTo(FALSE);
    }

    @Test
    void aPauseSettlesForHalfAYear() {
        org.useCase("uc").stage(PILOT);
        org.decision(PAUSE, "uc", 181);
        assertThat(settled()).isEqualTo(FALSE);
        org.decision(PAUSE, "uc", 180);
        assertThat(settled()).isEqualTo(TRUE);
    }

    @Test
    void aDecisionOnTheUseCaseSettlesAtAnyTime() {
        org.useCase("uc").stage(PILOT).started(10);
        org.decision(REDESIGN, "uc", 1000);
        assertThat(settled()).isEqualTo(TRUE);
    }

    @Test
    void aDecisionOnTheWorkflowSettlesFromTheStartOn() {
        org.useCase("uc").stage(PILOT).started(10).on("w");
        org.decisionOnWorkflow(REDESIGN, "w", 11);
        assertThat(settled()).isEqualTo(FALSE);
        org.decisionOnWorkflow(REDESIGN, "w", 10);
        assertThat(settled()).isEqualTo(TRUE);
    }

    @Test
    void aDecisionOfUnknownKindMaySettle() {
        org.useCase("uc").stage(PILOT);
        org.decision(EXTEND, "uc", 10).unknown("kind");
        assertThat(terms(false).settled(useCase())).isEqualTo(UNKNOWN);
        assertThat(settled()).isEqualTo(FALSE);
    }

    @Test
    void anUnknownStageIsNeitherActiveNorKnownNotToBe() {
        org.useCase("uc").unknown("stage");
        assertThat(terms(true).active(useCase())).isEqualTo(UNKNOWN);
        assertThat(terms(true).live(useCase())).isEqualTo(UNKNOWN);
        assertThat(declared()).isEqualTo(FALSE);
    }

    @Test
    void anAbsentStageIsNotActive() {
        org.useCase("uc").none("stage");
        assertThat(terms(true).active(useCase())).isEqualTo(FALSE);
    }
}
