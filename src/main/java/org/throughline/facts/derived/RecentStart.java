package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A team's use case, more than an idea, that started not long before the as-of date.
 *
 * @param sure false where nobody can tell, because its start or its stage is not known
 */
public record RecentStart(UseCase useCase, String teamId, boolean sure) implements Derived, Carried {

    public RecentStart(UseCase useCase, boolean sure) {
        this(useCase, java.util.Objects.requireNonNull(useCase.teamId()), sure);
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("started_on"));
    }

    public Missing missing() {
        return useCase.missing("stage", "started_on");
    }
}
