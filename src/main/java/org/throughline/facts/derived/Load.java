package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;
import org.throughline.facts.Step;

/**
 * How long a step holds an item, in hours: its process time plus the known wait into it.
 *
 * @param whole false where no wait into it is known, so that it was taken as none
 */
public record Load(String workflowId, String stepId, Step step, BigDecimal hours, boolean whole) implements Derived {

    public Load(Step step, BigDecimal hours, boolean whole) {
        this(step.workflowId(), step.id(), step, hours, whole);
    }

    @Override
    public List<Cell> cells() {
        return List.of(step.cell("process_time_h"));
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("time at " + step.label(), hours, "h"));
    }
}
