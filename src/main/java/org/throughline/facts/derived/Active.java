package org.throughline.facts.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;

/**
 * A use case that is tried, proven or deployed, and not declared the standard.
 *
 * @param assumed true where nobody knows the decisions, so that it was taken as not declared
 * @param settled true where a decision says what becomes of it
 */
public record Active(
        UseCase useCase,
        String id,
        @Nullable Stage stage,
        @Nullable String teamId,
        @Nullable String workflowId,
        @Nullable String stepId,
        @Nullable LocalDate startedOn,
        boolean settled,
        boolean assumed)
        implements Derived, Carried {

    public Active(UseCase useCase, boolean settled, boolean assumed) {
        this(
                useCase,
                useCase.id(),
                useCase.stage(),
                useCase.teamId(),
                useCase.workflowId(),
                useCase.stepId(),
                useCase.startedOn(),
                settled,
                assumed);
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"));
    }

    /** Which of these are unknown, with {@code decisions} where nobody knows those. */
    public Missing missing(String... attributes) {
        Missing missing = useCase.missing(attributes);
        if (!assumed) {
            return missing;
        }
        List<String> names = new ArrayList<>(missing.names());
        names.add("decisions");
        return new Missing(id, names);
    }
}
