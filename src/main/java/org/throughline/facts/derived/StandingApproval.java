package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;
import org.throughline.facts.Step;

/**
 * An approval step that is as it was before the first use case on its workflow started.
 *
 * @param hours its process time plus the wait into it, or null where one of them is not known
 */
public record StandingApproval(
        String workflowId,
        String stepId,
        Step step,
        @Nullable BigDecimal hours) implements Derived {

    public StandingApproval(Step step) {
        this(step.workflowId(), step.id(), step, null);
    }

    public StandingApproval(Load load) {
        this(load.workflowId(), load.stepId(), load.step(), load.hours());
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(List.of(step.cell("kind"), step.cell("changed_on")));
        if (hours != null) {
            cells.add(step.cell("process_time_h"));
        }
        return cells;
    }

    @Override
    public List<Figure> figures() {
        return hours == null ? List.of() : List.of(new Figure("time at " + step.label(), hours, "h"));
    }
}
