package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Step;

/** The step that limits what a touched workflow can deliver. */
public record Constraint(String workflowId, Step step, String stepId, boolean byCapacity) implements Derived {

    public Constraint(Step step, boolean byCapacity) {
        this(step.workflowId(), step, step.id(), byCapacity);
    }

    @Override
    public List<Cell> cells() {
        return List.of(step.cell(byCapacity ? "capacity_per_month" : "process_time_h"));
    }
}
