package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.oracle.Truth.FALSE;
import static org.throughline.oracle.Truth.TRUE;
import static org.throughline.oracle.Truth.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Row;

class ScalingTest {

    private final Organisation org = Organisation.today();

    private Truth truth(String diagnostic) {
        return Oracle.judge(org.portfolio()).truth(diagnostic, "uc");
    }

    private Row standard() {
        org.useCase("uc").stage("standard").on("w").started(300).outcomeOwner("ann");
        return org.workflow("w").daysAgo("redesigned_on", 300);
    }

    @Test
    void onePairLowerAndNoneHigherIsAReference() {
        standard().with("lead_time_h", "10").with("baseline_lead_time_h", "11");
        assertThat(truth("S1")).isEqualTo(TRUE);
        assertThat(truth("S3")).isEqualTo(FALSE);
        assertThat(truth("S4")).isEqualTo(FALSE);
    }

    @Test
    void aHigherPairSpoilsTheReference() {
        standard().with("lead_time_h", "10").with("baseline_lead_time_h", "11").with("baseline_steps", "1");
        org.step("w", "a", 1);
        org.step("w", "b", 2);
        assertThat(truth("S1")).isEqualTo(FALSE);
        assertThat(truth("S4")).isEqualTo(FALSE);
    }

    @Test
    void aRedesignHalfAYearBeforeTheStartBelongsToIt() {
        Row workflow = standard().with("lead_time_h", "10").with("baseline_lead_time_h", "11");
        workflow.daysAgo("redesigned_on", 480);
        assertThat(truth("S1")).isEqualTo(TRUE);
        workflow.daysAgo("redesigned_on", 481);
        assertThat(truth("S1")).isEqualTo(FALSE);
    }

    @Test
    void withoutAnyPairItIsUnverified() {
        standard().with("lead_time_h", "10").with("baseline_steps", "4");
        assertThat(truth("S3")).isEqualTo(TRUE);
        assertThat(truth("S1")).isEqualTo(UNKNOWN);
        assertThat(truth("S4")).isEqualTo(UNKNOWN);
    }

    @Test
    void aWorkflowWithoutARowIsNotUnverified() {
        org.useCase("uc").stage("standard").on("elsewhere");
        assertThat(truth("S3")).isEqualTo(FALSE);
    }

    @Test
    void aWorkflowWithoutStepsHasNoFigureOfHandoffs() {
        standard().with("baseline_handoffs", "3");
        org.handoff("w", "a", "b");
        assertThat(truth("S3")).isEqualTo(TRUE);
        org.step("w", "a", 1);
        assertThat(truth("S3")).isEqualTo(FALSE);
        org.lacks(Kind.HANDOFF);
        assertThat(truth("S3")).isEqualTo(TRUE);
    }

    @Test
    void equalFiguresAreNoReduction() {
        standard().with("lead_time_h", "11.0").with("baseline_lead_time_h", "11");
        assertThat(truth("S4")).isEqualTo(TRUE);
        assertThat(truth("S1")).isEqualTo(FALSE);
    }

    @Test
    void aBaselineWithoutItsFigureLeavesNoReductionOpen() {
        standard().with("lead_time_h", "11").with("baseline_lead_time_h", "11").with("baseline_steps", "4");
        assertThat(truth("S4")).isEqualTo(UNKNOWN);
    }

    private Row ready() {
        return org.useCase("uc")
                .stage("validated")
                .with("measure_scope", "outcome")
                .with("baseline", "10")
                .with("target", "6")
                .with("current", "6")
                .outcomeOwner("ann");
    }

    @Test
    void aTargetReachedIsReady() {
        Row useCase = ready();
        assertThat(truth("S2")).isEqualTo(TRUE);
        useCase.with("current", "6.1");
        assertThat(truth("S2")).isEqualTo(FALSE);
        useCase.with("target", "12").with("current", "13");
        assertThat(truth("S2")).isEqualTo(TRUE);
    }

    @Test
    void aTargetEqualToTheBaselineShowsNoDirection() {
        ready().with("target", "10").with("current", "9");
        assertThat(truth("S2")).isEqualTo(UNKNOWN);
    }

    @Test
    void aTargetMetExactlyNeedsNoDirection() {
        ready().unknown("baseline");
        assertThat(truth("S2")).isEqualTo(TRUE);
    }

    @Test
    void anOpenFrictionIsNotReady() {
        ready();
        Row friction = org.friction("f", "uc");
        assertThat(truth("S2")).isEqualTo(FALSE);
        friction.daysAgo("removed_on", 0);
        assertThat(truth("S2")).isEqualTo(TRUE);
        friction.unknown("removed_on");
        assertThat(truth("S2")).isEqualTo(UNKNOWN);
    }

    @Test
    void readinessNeedsDecisionsAndFrictions() {
        ready();
        org.lacks(Kind.FRICTION);
        assertThat(truth("S2")).isEqualTo(UNKNOWN);
    }

    @Test
    void aPilotThatDidNotImproveIsToBeStopped() {
        Row useCase = org.useCase("uc")
                .stage("pilot")
                .started(181)
                .with("baseline", "10")
                .with("target", "6")
                .with("current", "10");
        assertThat(truth("S5")).isEqualTo(TRUE);
        useCase.with("current", "9.9");
        assertThat(truth("S5")).isEqualTo(FALSE);
        useCase.with("current", "10").started(180);
        assertThat(truth("S5")).isEqualTo(FALSE);
        useCase.unknown("started_on");
        assertThat(truth("S5")).isEqualTo(UNKNOWN);
        useCase.daysAgo("planned_end_on", 1);
        assertThat(truth("S5")).isEqualTo(TRUE);
    }
}
