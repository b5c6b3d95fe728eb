package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;

/**
 * Hours that are worked on an item in all steps of a touched workflow; there only where every step's process time is known.
 *
 * @param steps how many steps
 */
public record WorkTime(String workflowId, BigDecimal hours, int steps, Flow flow) implements Derived {

    /** @throws NullPointerException if a process time is not known */
    public WorkTime(Flow flow) {
        this(flow.workflowId(), Objects.requireNonNull(flow.workTime()), flow.size(), flow);
    }

    @Override
    public List<Cell> cells() {
        return flow.steps().stream().map(step -> step.cell("process_time_h")).toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("time worked", hours, "h"));
    }
}
