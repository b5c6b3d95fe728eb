package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** An active use case on its step. */
public record Effort(Active active, UseCase useCase, String workflowId, String stepId, Step step) implements Derived {

    public Effort(Active active, Step step) {
        this(active, active.useCase(), step.workflowId(), step.id(), step);
    }

    @Override
    public boolean assumed() {
        return active.assumed();
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"), useCase.cell("step_id"));
    }
}
