package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.oracle.Truth.FALSE;
import static org.throughline.oracle.Truth.TRUE;
import static org.throughline.oracle.Truth.UNKNOWN;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.facts.Step;
import org.throughline.testkit.Organisation;

class FlowTest {

    private final Organisation org = Organisation.today();

    private Flow flow() {
        return new Flow(new Index(org.portfolio()));
    }

    private static BigDecimal hours(String hours) {
        return new BigDecimal(hours);
    }

    private @Nullable String constraint() {
        Step step = flow().constraint("w");
        return step == null ? null : step.id();
    }

    @Test
    void waitIntoAStepIsTheLargerOfItsOwnAndItsHandoffs() {
        org.step("w", "a", 1);
        org.step("w", "b", 2).with("wait_before_h", "4");
        org.handoff("w", "a", "b").with("wait_h", "6");
        org.handoff("w", "x", "b").with("wait_h", "5");
        assertThat(flow().waitInto("w", "b")).isEqualTo(hours("6"));
    }

    @Test
    void waitIntoAStepIsWhatIsKnownOfIt() {
        org.step("w", "b", 2).with("wait_before_h", "4");
        org.handoff("w", "a", "b").unknown("wait_h");
        assertThat(flow().waitInto("w", "b")).isEqualTo(hours("4"));
    }

    @Test
    void waitIntoAStepIsUnknownWhereNoneIsKnown() {
        org.step("w", "b", 2).none("wait_before_h");
        org.handoff("w", "a", "b");
        assertThat(flow().waitInto("w", "b")).isNull();
    }

    @Test
    void aHandoffToAStepWithoutARowHasTheWaitThatItSays() {
        org.handoff("w", "a", "b").with("wait_h", "3");
        assertThat(flow().waitInto("w", "b")).isEqualTo(hours("3"));
    }

    @Test
    void leadTimeIsWhatTheWorkflowSays() {
        org.workflow("w").with("lead_time_h", "50");
        org.step("w", "a", 1).with("process_time_h", "1");
        assertThat(flow().leadTime("w")).isEqualTo(hours("50"));
    }

    @Test
    void leadTimeFallsBackToWorkAndKnownWaits() {
        org.workflow("w");
        org.step("w", "a", 1).with("process_time_h", "1");
        org.step("w", "b", 2).with("process_time_h", "2").with("wait_before_h", "7");
        assertThat(flow().leadTime("w")).isEqualTo(hours("10"));
    }

    @Test
    void leadTimeIsUnknownWhereOneProcessTimeIs() {
        org.step("w", "a", 1).with("process_time_h", "1");
        org.step("w", "b", 2).with("wait_before_h", "7");
        assertThat(flow().leadTime("w")).isNull();
    }

    @Test
    void leadTimeIsUnknownWithoutSteps() {
        org.workflow("w");
        assertThat(flow().leadTime("w")).isNull();
    }

    @Test
    void workOfNoStepsIsNothingAndOfUnknownStepsUnknown() {
        org.workflow("w");
        assertThat(flow().processTime("w")).isEqualTo(BigDecimal.ZERO);
        org.lacks(Kind.STEP);
        assertThat(flow().processTime("w")).isNull();
    }

    @Test
    void constraintIsTheLeastCapacityWhereAllAreKnown() {
        org.step("w", "a", 1).with("capacity_per_month", "90").with("process_time_h", "9");
        org.step("w", "b", 2).with("capacity_per_month", "80").with("process_time_h", "1");
        assertThat(constraint()).isEqualTo("b");
    }

    @Test
    void constraintIsTheLongestStepWhereACapacityIsUnknown() {
        org.step("w", "a", 1).with("capacity_per_month", "90").with("process_time_h", "3");
        org.step("w", "b", 2).with("process_time_h", "1").with("wait_before_h", "2.5");
        assertThat(constraint()).isEqualTo("b");
    }

    @Test
    void constraintCountsAnUnknownWaitAsNone() {
        org.step("w", "a", 1).with("process_time_h", "3");
        org.step("w", "b", 2).with("process_time_h", "1").with("wait_before_h", "1");
        assertThat(constraint()).isEqualTo("a");
    }

    @Test
    void ofSeveralConstraintsTheFirstInOrderCounts() {
        org.step("w", "a", 2).with("capacity_per_month", "80.0");
        org.step("w", "c", 1).with("capacity_per_month", "80");
        org.step("w", "b", 1).with("capacity_per_month", "80");
        assertThat(constraint()).isEqualTo("b");
    }

    @Test
    void severalConstraintsWithoutAnOrderAreUnknown() {
        org.step("w", "a", 2).with("capacity_per_month", "80");
        org.step("w", "b", 1).with("capacity_per_month", "80").unknown("seq");
        assertThat(constraint()).isNull();
    }

    @Test
    void aSingleConstraintNeedsNoOrder() {
        org.step("w", "a", 2).with("capacity_per_month", "80");
        org.step("w", "b", 1).with("capacity_per_month", "70").unknown("seq");
        assertThat(constraint()).isEqualTo("b");
    }

    @Test
    void constraintIsUnknownWhereNeitherFigureIsWhole() {
        org.step("w", "a", 1).with("capacity_per_month", "80").with("process_time_h", "1");
        org.step("w", "b", 2);
        assertThat(constraint()).isNull();
    }

    @Test
    void nextStepsAreAllOfTheLowestHigherSeq() {
        org.step("w", "a", 1);
        org.step("w", "a2", 1);
        org.step("w", "b", 3);
        org.step("w", "c", 3);
        org.step("w", "d", 4);
        assertThat(isNext("b", "a")).isEqualTo(TRUE);
        assertThat(isNext("c", "a")).isEqualTo(TRUE);
        assertThat(isNext("a2", "a")).isEqualTo(FALSE);
        assertThat(isNext("d", "a")).isEqualTo(FALSE);
        assertThat(isNext("a", "d")).isEqualTo(FALSE);
    }

    @Test
    void nextStepsAreUnknownWhereAnySeqIs() {
        org.step("w", "a", 1);
        org.step("w", "b", 2);
        org.step("w", "c", 3).unknown("seq");
        assertThat(isNext("b", "a")).isEqualTo(UNKNOWN);
    }

    @Test
    void stepsOfEqualSeqAreOrderedByIdByCodePoint() {
        org.step("w", "b", 1);
        org.step("w", "B", 1);
        org.step("w", "a", 1);
        assertThat(Objects.requireNonNull(flow().order("w")))
                .extracting(Step::id)
                .containsExactly("B", "a", "b");
    }

    private Truth isNext(String step, String after) {
        Index index = new Index(org.portfolio());
        return new Flow(index)
                .isNext(Objects.requireNonNull(index.step("w", step)), Objects.requireNonNull(index.step("w", after)));
    }
}
