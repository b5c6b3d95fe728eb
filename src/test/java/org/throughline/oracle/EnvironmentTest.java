package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.oracle.Truth.FALSE;
import static org.throughline.oracle.Truth.TRUE;
import static org.throughline.oracle.Truth.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Row;

class EnvironmentTest {

    private final Organisation org = Organisation.today();

    private Truth truth(String diagnostic, String subject) {
        return Oracle.judge(org.portfolio()).truth(diagnostic, subject);
    }

    private Row touchedWorkflow() {
        org.useCase("uc").stage("in_use").on("w", "a").started(31);
        org.step("w", "a", 1).with("process_time_h", "1").team("t1");
        org.step("w", "b", 2).with("process_time_h", "1").team("t1");
        return org.workflow("w").with("lead_time_h", "100");
    }

    @Test
    void aHandoffBesideTheStepWaitsAsBefore() {
        touchedWorkflow();
        Row handoff = org.handoff("w", "a", "b").with("wait_h", "10");
        assertThat(truth("B1", "w/a->b")).isEqualTo(TRUE);
        handoff.daysAgo("changed_on", 32);
        assertThat(truth("B1", "w/a->b")).isEqualTo(TRUE);
        handoff.daysAgo("changed_on", 31);
        assertThat(truth("B1", "w/a->b")).isEqualTo(FALSE);
    }

    @Test
    void aHandoffElsewhereIsNoMatter() {
        touchedWorkflow();
        org.step("w", "c", 3);
        org.handoff("w", "b", "c").with("wait_h", "90");
        assertThat(truth("B1", "w/b->c")).isEqualTo(FALSE);
    }

    @Test
    void aShareOfNothingIsUnknown() {
        touchedWorkflow().with("lead_time_h", "0");
        org.handoff("w", "a", "b").with("wait_h", "10");
        assertThat(truth("B1", "w/a->b")).isEqualTo(UNKNOWN);
        assertThat(truth("B2", "uc")).isEqualTo(UNKNOWN);
    }

    @Test
    void aSavingIsNeverMoreThanTheStepTakes() {
        touchedWorkflow();
        org.rows(Kind.USE_CASE).get(0).with("hours_saved_per_item", "50");
        assertThat(truth("B2", "uc")).isEqualTo(TRUE);
    }

    @Test
    void anAbsentSavingIsNothingAndAnUnknownOneTheStep() {
        touchedWorkflow().with("lead_time_h", "20");
        org.rows(Kind.USE_CASE).get(0).none("hours_saved_per_item");
        assertThat(truth("B2", "uc")).isEqualTo(TRUE);
        org.rows(Kind.USE_CASE).get(0).unknown("hours_saved_per_item");
        assertThat(truth("B2", "uc")).isEqualTo(FALSE);
    }

    @Test
    void anUntouchedWorkflowIsNotJudged() {
        touchedWorkflow();
        org.rows(Kind.USE_CASE).get(0).stage("stopped");
        org.handoff("w", "a", "b").none("next_actor");
        assertThat(truth("B4", "w/a->b")).isEqualTo(FALSE);
        org.rows(Kind.USE_CASE).get(0).unknown("stage");
        assertThat(truth("B4", "w/a->b")).isEqualTo(UNKNOWN);
    }

    @Test
    void fiveChangesOverNineStepsAreNotTooMany() {
        touchedWorkflow();
        String[] teams = {"t2", "t1", "t2", "t1", "t1", "t1", "t1"};
        for (int i = 0; i < teams.length; i++) {
            org.step("w", "s" + i, 3 + i).team(teams[i]);
        }
        assertThat(truth("B5", "w")).isEqualTo(FALSE);
        org.step("w", "z1", 20).team("t2");
        assertThat(truth("B5", "w")).isEqualTo(FALSE);
        org.step("w", "z2", 21).team("t1");
        assertThat(truth("B5", "w")).isEqualTo(TRUE);
    }

    @Test
    void threeChangesOfFiveAreAtTheLimit() {
        touchedWorkflow();
        org.step("w", "c", 3).team("t2");
        org.step("w", "d", 4).team("t1");
        org.step("w", "e", 5).team("t1");
        org.step("w", "f", 6).team("t2");
        assertThat(truth("B5", "w")).isEqualTo(FALSE);
        org.rows(Kind.STEP).get(4).none("team_id");
        assertThat(truth("B5", "w")).isEqualTo(FALSE);
        org.rows(Kind.STEP).get(4).unknown("team_id");
        assertThat(truth("B5", "w")).isEqualTo(UNKNOWN);
    }

    @Test
    void twoApprovalsNextToEachOtherStand() {
        touchedWorkflow();
        org.rows(Kind.STEP).forEach(step -> step.with("kind", "approval"));
        assertThat(truth("B6", "w")).isEqualTo(TRUE);
        org.rows(Kind.STEP).get(0).daysAgo("changed_on", 31);
        assertThat(truth("B6", "w")).isEqualTo(UNKNOWN);
        org.rows(Kind.STEP).get(1).with("wait_before_h", "19");
        assertThat(truth("B6", "w")).isEqualTo(FALSE);
        org.rows(Kind.STEP).get(1).with("wait_before_h", "19.1");
        assertThat(truth("B6", "w")).isEqualTo(TRUE);
    }

    @Test
    void aCapacityOfZeroIsFlooded() {
        touchedWorkflow().with("items_per_month", "85");
        Row next = org.rows(Kind.STEP).get(1).with("capacity_per_month", "100");
        assertThat(truth("B7", "w/b")).isEqualTo(TRUE);
        next.with("capacity_per_month", "100.1");
        assertThat(truth("B7", "w/b")).isEqualTo(FALSE);
        next.with("capacity_per_month", "0");
        assertThat(truth("B7", "w/b")).isEqualTo(TRUE);
    }

    @Test
    void twoUseCasesOnOneShortStepAreTooFocused() {
        touchedWorkflow();
        org.rows(Kind.STEP).get(0).with("wait_before_h", "48.9");
        org.useCase("uc2").stage("pilot").on("w", "a");
        assertThat(truth("B8", "w")).isEqualTo(TRUE);
        org.rows(Kind.STEP).get(0).with("wait_before_h", "49");
        assertThat(truth("B8", "w")).isEqualTo(FALSE);
        org.rows(Kind.STEP).get(0).with("wait_before_h", "1");
        org.useCase("uc3").stage("pilot").on("w", "b");
        assertThat(truth("B8", "w")).isEqualTo(FALSE);
    }

    @Test
    void handoffsThatNobodyListedCannotBeJudged() {
        touchedWorkflow();
        org.lacks(Kind.HANDOFF);
        assertThat(Oracle.judge(org.portfolio()).unjudged("B1")).containsExactly("w/*");
    }
}
