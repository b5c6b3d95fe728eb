package org.throughline.facts.derived;

import java.util.ArrayList;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A person is named as owner of a use case that is active, or may be: of its pilot, of its outcome or of both.
 *
 * @param sure false where nobody knows the stage of the use case
 */
public record Owned(String personId, UseCase useCase, boolean sure, boolean assumed) implements Derived {

    public Owned(String personId, MaybeActive maybe) {
        this(personId, maybe.useCase(), maybe.sure(), maybe.assumed());
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(2);
        if (personId.equals(useCase.pilotOwnerId())) {
            cells.add(useCase.cell("pilot_owner_id"));
        }
        if (personId.equals(useCase.outcomeOwnerId())) {
            cells.add(useCase.cell("outcome_owner_id"));
        }
        return cells;
    }
}
