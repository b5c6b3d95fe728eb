package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A sign that a pilot (or what may be one) goes on without end.
 *
 * @param words which sign, as the rule words it
 */
public record PilotSign(UseCase useCase, String useCaseId, String words, String column) implements Derived {

    public PilotSign(UseCase useCase, String words, String column) {
        this(useCase, useCase.id(), words, column);
    }

    @Override
    public List<Cell> cells() {
        return List.of(useCase.cell(column));
    }
}
