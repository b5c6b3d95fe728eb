package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Friction;

/**
 * A use case is named by a friction that is not known to be closed on the as-of day.
 *
 * @param sure true where the friction is known to be open
 */
public record Blocking(Friction friction, String useCaseId, boolean sure) implements Derived {

    public Blocking(Friction friction, String useCaseId) {
        this(friction, useCaseId, !friction.unknown("removed_on"));
    }

    @Override
    public List<Cell> cells() {
        return List.of(friction.cell("use_case_ids"), friction.cell("removed_on"));
    }
}
