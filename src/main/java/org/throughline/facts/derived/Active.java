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
 * @param settled true where a decision says what becomes of it
 * @param assumed true where it is taken as neither declared nor settled because nobody knows
 * @param doubt the file or column that would tell, or null where nothing is assumed
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
        boolean assumed,
        @Nullable String doubt)
        implements Derived, Carried, MaybeActive {

    public Active(UseCase useCase, boolean settled, @Nullable String doubt) {
        this(
                useCase,
                useCase.id(),
                useCase.stage(),
                useCase.teamId(),
                useCase.workflowId(),
                useCase.stepId(),
                useCase.startedOn(),
                settled,
                doubt != null,
                doubt);
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"));
    }

    /** Which of these are unknown, with what would tell of the decisions where nobody knows those. */
    public Missing missing(String... attributes) {
        Missing missing = useCase.missing(attributes);
        if (doubt == null) {
            return missing;
        }
        List<String> names = new ArrayList<>(missing.names());
        names.add(doubt);
        return new Missing(id, names);
    }

    @Override
    public boolean sure() {
        return true;
    }
}
