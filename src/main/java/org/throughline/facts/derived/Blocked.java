package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A friction blocks a use case that is active, or may be.
 *
 * @param sure false where nobody knows the stage of the use case
 */
public record Blocked(String frictionId, UseCase useCase, boolean sure, boolean assumed) implements Derived {

    public Blocked(String frictionId, MaybeActive maybe) {
        this(frictionId, maybe.useCase(), maybe.sure(), maybe.assumed());
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell("stage"));
    }
}
