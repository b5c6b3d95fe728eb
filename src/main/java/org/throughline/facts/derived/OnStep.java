package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** A live use case whose step is known: its workflow and step name a row of {@code steps}. */
public record OnStep(UseCase useCase, String useCaseId, Step step, String workflowId, String stepId, Flow flow)
        implements Derived {

    public OnStep(UseCase useCase, Step step, Flow flow) {
        this(useCase, useCase.id(), step, step.workflowId(), step.id(), flow);
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("step_id"));
    }
}
