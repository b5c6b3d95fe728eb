package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;
import org.throughline.facts.Step;

/**
 * Hours that are worked on an item in all steps of a touched workflow; there only where every step's process time is known.
 *
 * @param steps how many steps
 */
public record WorkTime(String workflowId, BigDecimal hours, int steps, List<Step> from) implements Derived {

    public WorkTime(String workflowId, BigDecimal hours, List<Step> from) {
        this(workflowId, hours, from.size(), List.copyOf(from));
    }

    @Override
    public List<Cell> cells() {
        return from.stream().map(step -> step.cell("process_time_h")).toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("time worked", hours, "h"));
    }
}
