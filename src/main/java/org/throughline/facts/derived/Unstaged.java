package org.throughline.facts.derived;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/** A use case whose stage nobody knows. It is taken as not declared the standard, so what rests on that is assumed. */
public record Unstaged(
        UseCase useCase,
        String id,
        @Nullable String teamId,
        @Nullable String workflowId,
        @Nullable LocalDate startedOn) implements Derived, Carried, MaybeActive {

    public Unstaged(UseCase useCase) {
        this(useCase, useCase.id(), useCase.teamId(), useCase.workflowId(), useCase.startedOn());
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"));
    }

    @Override
    public boolean sure() {
        return false;
    }

    @Override
    public boolean assumed() {
        return true;
    }
}
