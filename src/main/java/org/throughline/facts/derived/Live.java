package org.throughline.facts.derived;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/** A use case that somebody works with or tries: active or declared standard. */
public record Live(
        UseCase useCase,
        String id,
        @Nullable String teamId,
        @Nullable String workflowId,
        @Nullable String stepId,
        @Nullable LocalDate startedOn)
        implements Derived, Carried {

    public Live(UseCase useCase) {
        this(useCase, useCase.id(), useCase.teamId(), useCase.workflowId(), useCase.stepId(), useCase.startedOn());
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"));
    }
}
