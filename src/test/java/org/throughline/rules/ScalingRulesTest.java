package org.throughline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Row;

class ScalingRulesTest {

    private final Organisation org = Organisation.today();

    private Judged judged(String diagnostic) {
        return Judged.by(diagnostic, org);
    }

    /** A standard since a year on a workflow that was redesigned half a year before and got shorter. */
    @Nested
    class Standard {

        private final Row workflow = org.workflow("wf")
                .with("lead_time_h", "10")
                .with("baseline_lead_time_h", "20")
                .daysAgo("redesigned_on", 545);
        private final Row standard =
                org.useCase("uc").stage("standard").on("wf").started(365).outcomeOwner("ann");

        @Test
        void isTheReference() {
            assertThat(judged("S1").found()).containsExactly("uc positive");
            assertThat(judged("S1").statements())
                    .containsExactly(
                            "The standard; \"wf\" was redesigned on 2025-01-01, and it is shorter than before.");
            assertThat(judged("S3").found()).isEmpty();
            assertThat(judged("S4").found()).isEmpty();
        }

        @Test
        void isNoReferenceWhereTheRedesignIsOlderOrNobodyOwnsIt() {
            workflow.daysAgo("redesigned_on", 546);
            assertThat(judged("S1").found()).isEmpty();
            workflow.daysAgo("redesigned_on", 1);
            standard.none("outcome_owner_id");
            assertThat(judged("S1").found()).isEmpty();
        }

        @Test
        void isNoReferenceWhereAFigureRose() {
            workflow.with("baseline_steps", "1");
            org.step("wf", "a", 1);
            assertThat(judged("S1").found()).containsExactly("uc positive");
            org.step("wf", "b", 2);
            assertThat(judged("S1").found()).isEmpty();
        }

        @Test
        void isAReferenceByDecisionToo() {
            standard.stage("pilot");
            assertThat(judged("S1").found()).isEmpty();
            org.decision("standardise", "uc", 10);
            assertThat(judged("S1").found()).containsExactly("uc positive");
        }

        @Test
        void cannotBeAReferenceWithoutItsFacts() {
            workflow.unknown("redesigned_on");
            assertThat(judged("S1").missing()).containsExactly("1 [workflows.redesigned_on]");
            workflow.daysAgo("redesigned_on", 1);
            standard.unknown("outcome_owner_id", "started_on");
            assertThat(judged("S1").missing()).containsExactly("1 [use_cases.outcome_owner_id, use_cases.started_on]");
        }

        @Test
        void isUnverifiedWithoutAFigureFromBefore() {
            workflow.unknown("baseline_lead_time_h");
            assertThat(judged("S3").found()).containsExactly("uc medium");
            assertThat(judged("S3").statements())
                    .containsExactly(
                            "Neither steps nor handoffs nor lead time of \"wf\" are known both before and after.");
            assertThat(Judged.by("S3", org.copy().lacks(Kind.WORKFLOW)).found()).isEmpty();
        }

        @Test
        void reducedNothingWhereNoFigureFell() {
            workflow.with("lead_time_h", "20.0");
            assertThat(judged("S4").found()).containsExactly("uc high");
            assertThat(judged("S4").statements())
                    .containsExactly("The standard, and of lead time of \"wf\" none is lower than before.");
            workflow.with("lead_time_h", "19.9");
            assertThat(judged("S4").found()).isEmpty();
        }

        @Test
        void mayHaveReducedWhatNobodyCounted() {
            workflow.with("lead_time_h", "20").with("baseline_steps", "5");
            assertThat(judged("S4").found()).isEmpty();
            assertThat(judged("S4").missing()).containsExactly("1 [steps]");
        }
    }

    @Nested
    class ReadyToStandardise {

        private final Row useCase = org.useCase("uc")
                .stage("validated")
                .started(10)
                .outcomeOwner("ann")
                .with("measure_scope", "workflow")
                .with("baseline", "40")
                .with("target", "30")
                .with("current", "30.0");

        @Test
        void isFoundAtItsTarget() {
            assertThat(judged("S2").found()).containsExactly("uc positive");
            assertThat(judged("S2").statements())
                    .containsExactly("At 30 against a target of 30, owned by ann; nothing known blocks it.");
            useCase.with("current", "30.1");
            assertThat(judged("S2").found()).isEmpty();
        }

        @Test
        void isFoundAboveATargetThatIsHigherThanTheBaseline() {
            useCase.with("baseline", "20").with("current", "31");
            assertThat(judged("S2").found()).containsExactly("uc positive");
            useCase.with("current", "29");
            assertThat(judged("S2").found()).isEmpty();
        }

        @Test
        void isBlockedByAnOpenFrictionThatNamesIt() {
            Row friction = org.friction("fr", "uc");
            assertThat(judged("S2").found()).isEmpty();
            friction.daysAgo("removed_on", 0);
            assertThat(judged("S2").found()).containsExactly("uc positive");
            friction.unknown("removed_on");
            assertThat(judged("S2").missing()).containsExactly("1 [frictions.removed_on]");
        }

        @Test
        void isHaltedByADecision() {
            Row decision = org.decision("pause", "uc", 500);
            assertThat(judged("S2").found()).isEmpty();
            decision.with("kind", "extend");
            assertThat(judged("S2").found()).containsExactly("uc positive");
            decision.unknown("kind");
            assertThat(judged("S2").found()).isEmpty();
            assertThat(judged("S2").missing()).containsExactly("1 [decisions.kind]");
        }

        @Test
        void cannotBeJudgedWithoutItsFacts() {
            useCase.unknown("current", "measure_scope");
            assertThat(judged("S2").missing()).containsExactly("1 [use_cases.current, use_cases.measure_scope]");
            useCase.with("measure_scope", "outcome").with("current", "31").with("baseline", "30");
            assertThat(judged("S2").missing()).containsExactly("1 [use_cases.baseline]");
            useCase.with("current", "30");
            assertThat(Judged.by("S2", org.copy().lacks(Kind.DECISION)).missing())
                    .containsExactly("1 [decisions]");
            assertThat(Judged.by("S2", org.copy().lacks(Kind.FRICTION)).missing())
                    .containsExactly("1 [frictions]");
        }
    }

    @Nested
    class StopCandidate {

        private final Row useCase = org.useCase("uc")
                .stage("pilot")
                .started(181)
                .with("baseline", "40")
                .with("target", "30")
                .with("current", "40.0");

        @Test
        void isFoundWhereItIsNoBetterAfterHalfAYear() {
            assertThat(judged("S5").found()).containsExactly("uc medium");
            assertThat(judged("S5").statements())
                    .containsExactly("A pilot for 181 days, at 40 where it was 40 before.");
            useCase.started(180);
            assertThat(judged("S5").found()).isEmpty();
        }

        @Test
        void isFoundOnceItsPlannedEndIsPast() {
            useCase.started(20).daysAgo("planned_end_on", 1);
            assertThat(judged("S5").statements())
                    .containsExactly("A pilot planned to end on 2026-06-29, at 40 where it was 40 before.");
            useCase.daysAgo("planned_end_on", 0);
            assertThat(judged("S5").found()).isEmpty();
        }

        @Test
        void isNotFoundWhereItGotBetter() {
            useCase.with("current", "39");
            assertThat(judged("S5").found()).isEmpty();
            useCase.with("target", "50");
            assertThat(judged("S5").found()).containsExactly("uc medium");
        }

        @Test
        void cannotBeJudgedWithoutItsFacts() {
            useCase.unknown("current");
            assertThat(judged("S5").missing()).containsExactly("1 [use_cases.current]");
            useCase.with("current", "40").with("target", "40");
            assertThat(judged("S5").missing()).containsExactly("1 [use_cases.target]");
            useCase.with("target", "30").unknown("started_on");
            assertThat(judged("S5").missing()).containsExactly("1 [use_cases.started_on]");
        }
    }
}
