package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Figure;
import org.throughline.facts.Kind;

/**
 * The wait into a step, which is also the wait of each handoff into it: the larger of what the step and those handoffs say.
 *
 * @param hours hours an item waits there
 * @param from the step or handoff that says so
 */
public record Wait(String workflowId, String stepId, BigDecimal hours, Fact from) implements Derived {

    @Override
    public List<Cell> cells() {
        return List.of(from.cell(from.factKind() == Kind.STEP ? "wait_before_h" : "wait_h"));
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("wait", hours, "h"));
    }

    /** One wait per step: which of several equal statements it was read from makes no difference. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Wait wait
                && workflowId.equals(wait.workflowId)
                && stepId.equals(wait.stepId)
                && hours.compareTo(wait.hours) == 0;
    }

    @Override
    public int hashCode() {
        return workflowId.hashCode() * 31 + stepId.hashCode();
    }
}
