package org.throughline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Row;

/** B: a workflow of two steps, 100 h long, with a use case on the first since 31 days. */
class EnvironmentRulesTest {

    private final Organisation org = Organisation.today();
    private Row workflow;
    private Row useCase;
    private Row first;
    private Row second;

    @BeforeEach
    void aWorkflowWithAUseCaseOnItsFirstStep() {
        workflow = org.workflow("wf").with("lead_time_h", "100");
        useCase = org.useCase("uc").stage("in_use").on("wf", "a").started(31);
        first = org.step("wf", "a", 1).with("process_time_h", "4").team("t1");
        second = org.step("wf", "b", 2).with("process_time_h", "4").team("t1");
    }

    private Judged judged(String diagnostic) {
        return Judged.by(diagnostic, org);
    }

    @Nested
    class UntouchedHandoff {

        private final Row handoff = org.handoff("wf", "a", "b").with("wait_h", "10");

        @Test
        void isFoundFromATenthOfTheLeadTimeOn() {
            assertThat(judged("B1").found()).containsExactly("wf/a->b high");
            assertThat(judged("B1").statements())
                    .containsExactly("Work waits 10 h here, 10% of the lead time, and nothing changed since AI came to"
                            + " the step beside it.");
            handoff.with("wait_h", "9.99");
            assertThat(judged("B1").found()).isEmpty();
        }

        @Test
        void isNoMatterWhileTheUseCaseIsYoung() {
            useCase.started(30);
            assertThat(judged("B1").found()).isEmpty();
            assertThat(judged("B1").missing()).isEmpty();
        }

        @Test
        void isNoMatterOnceItChanged() {
            handoff.daysAgo("changed_on", 31);
            assertThat(judged("B1").found()).isEmpty();
            handoff.daysAgo("changed_on", 32);
            assertThat(judged("B1").found()).containsExactly("wf/a->b high");
        }

        @Test
        void waitsAsLongAsTheStepItLeadsTo() {
            second.with("wait_before_h", "12");
            handoff.unknown("wait_h");
            assertThat(judged("B1").found()).containsExactly("wf/a->b high");
        }

        @Test
        void cannotBeJudgedWithoutItsFacts() {
            handoff.unknown("wait_h");
            assertThat(judged("B1").missing()).containsExactly("1 [handoffs.wait_h]");
            handoff.with("wait_h", "10").unknown("changed_on");
            assertThat(judged("B1").missing()).containsExactly("1 [handoffs.changed_on]");
            workflow.with("lead_time_h", "0");
            assertThat(judged("B1").missing()).containsExactly("1 [workflows.lead_time_h]");
            assertThat(Judged.by("B1", org.copy().lacks(Kind.HANDOFF)).missing())
                    .containsExactly("1 [handoffs]");
        }
    }

    @Nested
    class WaitingDominates {

        @BeforeEach
        void savesALittle() {
            first.with("process_time_h", "10");
            useCase.with("hours_saved_per_item", "4.99");
        }

        @Test
        void isFoundWhereLittleIsWorkedAndLessIsSaved() {
            assertThat(judged("B2").found()).containsExactly("uc high");
            assertThat(judged("B2").statements())
                    .containsExactly("Of a lead time of 100 h, 14 h are worked (14%); the use case saves 4.99 h (5%).");
        }

        @Test
        void isNotFoundAtItsLimits() {
            useCase.with("hours_saved_per_item", "5");
            assertThat(judged("B2").found()).isEmpty();
            useCase.with("hours_saved_per_item", "1");
            first.with("process_time_h", "11");
            assertThat(judged("B2").found()).isEmpty();
        }

        @Test
        void neverSavesMoreThanTheStepTakes() {
            first.with("process_time_h", "2");
            useCase.with("hours_saved_per_item", "50");
            assertThat(judged("B2").statements())
                    .containsExactly("Of a lead time of 100 h, 6 h are worked (6%); the use case saves 2 h (2%).");
            useCase.unknown("hours_saved_per_item");
            assertThat(judged("B2").found()).containsExactly("uc high");
        }

        @Test
        void savesNothingWhereNothingIsSaved() {
            useCase.none("hours_saved_per_item");
            assertThat(judged("B2").found()).containsExactly("uc high");
        }

        @Test
        void countsNoWorkInAWorkflowWithoutSteps() {
            org.workflow("bare").with("lead_time_h", "100");
            useCase.on("bare");
            assertThat(judged("B2").found()).containsExactly("uc high");
        }

        @Test
        void cannotBeJudgedWithoutItsFacts() {
            useCase.with("step_id", "elsewhere").unknown("hours_saved_per_item");
            assertThat(judged("B2").missing()).containsExactly("1 [use_cases.hours_saved_per_item]");
            useCase.with("hours_saved_per_item", "1");
            second.unknown("process_time_h");
            assertThat(judged("B2").missing()).containsExactly("1 [steps.process_time_h]");
            workflow.with("lead_time_h", "0");
            assertThat(judged("B2").missing()).containsExactly("1 [workflows.lead_time_h]");
        }
    }

    @Nested
    class OffConstraint {

        @Test
        void isFoundWhereAnotherStepHasTheLeastCapacity() {
            first.with("capacity_per_month", "100");
            second.with("capacity_per_month", "99.9");
            assertThat(judged("B3").found()).containsExactly("uc medium");
            assertThat(judged("B3").statements())
                    .containsExactly("It works on \"a\"; what limits the workflow is \"b\".");
        }

        @Test
        void isNotFoundAtTheConstraintTheFirstOfEquals() {
            first.with("capacity_per_month", "100.0");
            second.with("capacity_per_month", "100");
            assertThat(judged("B3").found()).isEmpty();
        }

        @Test
        void fallsBackOnTheStepThatHoldsAnItemLongest() {
            first.with("capacity_per_month", "1");
            second.with("wait_before_h", "1");
            assertThat(judged("B3").found()).containsExactly("uc medium");
        }

        @Test
        void isAssumedWhereNobodyKnowsTheDecisions() {
            second.with("wait_before_h", "1");
            assertThat(Judged.by("B3", org.copy().lacks(Kind.DECISION)).found()).containsExactly("uc medium assumed");
        }

        @Test
        void cannotBeJudgedWithoutCapacitiesAndTimes() {
            second.unknown("process_time_h");
            assertThat(judged("B3").missing()).containsExactly("1 [steps.capacity_per_month, steps.process_time_h]");
        }
    }

    @Nested
    class NobodyNext {

        private final Row handoff = org.handoff("wf", "a", "b").with("wait_h", "9");

        @Test
        void isHighFromATenthOfTheLeadTimeOn() {
            assertThat(judged("B4").found()).containsExactly("wf/a->b medium");
            assertThat(judged("B4").statements()).containsExactly("Nobody is named to act next.");
            handoff.with("wait_h", "10");
            assertThat(judged("B4").found()).containsExactly("wf/a->b high");
        }

        @Test
        void isNotFoundWhereSomebodyIsNamedOrNoUseCaseIsLive() {
            handoff.with("next_actor", "ann");
            assertThat(judged("B4").found()).isEmpty();
            handoff.none("next_actor");
            useCase.stage("stopped");
            assertThat(judged("B4").found()).isEmpty();
        }

        @Test
        void cannotBeJudgedWithoutTheActor() {
            handoff.unknown("next_actor");
            assertThat(judged("B4").missing()).containsExactly("1 [handoffs.next_actor]");
        }
    }

    @Nested
    class CoordinationOverhead {

        private void teams(String... teams) {
            for (int i = 0; i < teams.length; i++) {
                org.step("wf", "s" + i, 3 + i).team(teams[i]);
            }
        }

        @Test
        void isFoundOverFiveChangesAndOverThreeFifthsOfThePassages() {
            teams("t2", "t1", "t2", "t1", "t2", "t2", "t2", "t2");
            assertThat(judged("B5").found()).isEmpty();
            org.step("wf", "z", 99).team("t1");
            assertThat(judged("B5").found()).containsExactly("wf medium");
            assertThat(judged("B5").statements()).containsExactly("An item changes teams 6 times in 11 steps.");
        }

        @Test
        void isNotFoundAtThreeFifths() {
            teams("t2", "t1", "t2", "t2");
            assertThat(judged("B5").found()).isEmpty();
        }

        @Test
        void isFoundFromFourStepsOn() {
            teams("t2");
            second.team("t3");
            assertThat(judged("B5").found()).isEmpty();
            org.step("wf", "z", 99).team("t1");
            assertThat(judged("B5").found()).containsExactly("wf medium");
        }

        @Test
        void cannotBeJudgedWithoutTeamsAndOrder() {
            second.unknown("team_id", "seq");
            assertThat(judged("B5").found()).isEmpty();
            assertThat(judged("B5").missing()).containsExactly("1 [steps.seq, steps.team_id]");
        }
    }

    @Nested
    class StandingApprovals {

        @BeforeEach
        void bothApprove() {
            first.with("kind", "approval").with("wait_before_h", "0");
            second.with("kind", "approval").with("wait_before_h", "0");
        }

        @Test
        void areFoundNextToEachOther() {
            assertThat(judged("B6").found()).containsExactly("wf high");
            assertThat(judged("B6").statements())
                    .containsExactly("\"a\" and \"b\" approve one after the other, as before AI came.");
            org.step("wf", "between", 1).with("kind", "work");
            assertThat(judged("B6").found()).isEmpty();
        }

        @Test
        void areFoundOverAFifthOfTheLeadTime() {
            first.daysAgo("changed_on", 31);
            second.with("wait_before_h", "16");
            assertThat(judged("B6").found()).isEmpty();
            second.with("wait_before_h", "16.1").daysAgo("changed_on", 32);
            assertThat(judged("B6").statements())
                    .containsExactly("Approvals that are as before AI came take 20.1 h, 20.1% of the lead time.");
        }

        @Test
        void cannotBeJudgedWithoutTheirFacts() {
            first.unknown("changed_on");
            assertThat(judged("B6").missing()).containsExactly("1 [steps.changed_on]");
            first.none("changed_on").unknown("seq");
            assertThat(judged("B6").missing()).containsExactly("1 [steps.seq]");
        }
    }

    @Nested
    class FloodedNextStep {

        @BeforeEach
        void itemsArrive() {
            workflow.with("items_per_month", "85");
            second.with("capacity_per_month", "100");
        }

        @Test
        void isFoundFromEightyFivePercentOn() {
            assertThat(judged("B7").found()).containsExactly("wf/b high");
            assertThat(judged("B7").statements()).containsExactly("85 items a month meet a capacity of 100.");
            workflow.with("items_per_month", "84.9");
            assertThat(judged("B7").found()).isEmpty();
        }

        @Test
        void isAlwaysFullWithoutCapacity() {
            workflow.with("items_per_month", "0");
            second.with("capacity_per_month", "0");
            assertThat(judged("B7").found()).containsExactly("wf/b high");
        }

        @Test
        void isEveryOneOfTheNext() {
            org.step("wf", "c", 2).with("capacity_per_month", "50");
            org.step("wf", "d", 3).with("capacity_per_month", "1");
            assertThat(judged("B7").found()).containsExactly("wf/b high", "wf/c high");
        }

        @Test
        void cannotBeJudgedWithoutItsFacts() {
            second.unknown("capacity_per_month");
            assertThat(judged("B7").missing()).containsExactly("1 [steps.capacity_per_month]");
            second.unknown("seq").with("capacity_per_month", "100");
            assertThat(judged("B7").found()).isEmpty();
            assertThat(judged("B7").missing()).contains("1 [steps.seq]");
        }
    }

    @Nested
    class SingleStepFocus {

        private final Row other =
                org.useCase("other").stage("pilot").on("wf", "a").started(5);

        @BeforeEach
        void theStepIsShort() {
            first.with("wait_before_h", "45.9");
        }

        @Test
        void isFoundBelowHalfOfTheLeadTime() {
            assertThat(judged("B8").found()).containsExactly("wf medium");
            assertThat(judged("B8").statements())
                    .containsExactly("2 use cases work on \"a\", 49.9 h of a lead time of 100 h (49.9%).");
            first.with("wait_before_h", "46");
            assertThat(judged("B8").found()).isEmpty();
        }

        @Test
        void isNotFoundOnTwoStepsOrForOneUseCase() {
            other.on("wf", "b");
            assertThat(judged("B8").found()).isEmpty();
            other.on("wf", "a").stage("stopped");
            assertThat(judged("B8").found()).isEmpty();
        }

        @Test
        void cannotBeJudgedWithoutTheWait() {
            first.unknown("wait_before_h");
            assertThat(judged("B8").missing()).containsExactly("1 [steps.wait_before_h]");
        }
    }
}
