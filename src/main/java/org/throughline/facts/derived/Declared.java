package org.throughline.facts.derived;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A use case that is declared the expected way of working.
 *
 * @param on the day it was declared, or null where that is not known
 */
public record Declared(
        UseCase useCase,
        String id,
        @Nullable String teamId,
        @Nullable String workflowId,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate on)
        implements Derived, Carried {

    public Declared(UseCase useCase, @Nullable LocalDate on) {
        this(useCase, useCase.id(), useCase.teamId(), useCase.workflowId(), useCase.startedOn(), on);
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"));
    }

    /** The day from which a change counts as following it: its start, or where nobody knows that the day it was declared on. */
    public @Nullable LocalDate since() {
        return useCase.unknown("started_on") ? on : startedOn;
    }

    public Missing missing(String... attributes) {
        return useCase.missing(attributes);
    }

    public Missing lacks(String... names) {
        return useCase.lacks(names);
    }
}
