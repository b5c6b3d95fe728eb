package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A team's use case that was proven, or has been tried for long, and about which nobody decided.
 *
 * @param sure false where nobody can tell, because its start or its stage is not known
 * @param assumed true where nobody knows the decisions
 */
public record Unfinished(UseCase useCase, String teamId, boolean sure, boolean assumed) implements Derived, Carried {

    public Unfinished(MaybeActive maybe, boolean sure) {
        this(maybe.useCase(), java.util.Objects.requireNonNull(maybe.teamId()), sure, maybe.assumed());
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"), useCase.cell("started_on"));
    }

    public Missing missing() {
        return useCase.missing("stage", "started_on");
    }
}
