package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;

/**
 * A sign that a pilot goes on without end.
 *
 * @param words which sign, as the rule words it
 */
public record PilotSign(Active active, String useCaseId, String words, String column) implements Derived {

    public PilotSign(Active active, String words, String column) {
        this(active, active.id(), words, column);
    }

    @Override
    public List<Cell> cells() {
        return List.of(active.useCase().cell(column));
    }
}
