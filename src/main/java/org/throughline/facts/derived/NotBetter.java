package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/** An active pilot whose measure is where it was before, or worse. */
public record NotBetter(Active active, UseCase useCase, String useCaseId) implements Derived {

    public NotBetter(Active active) {
        this(active, active.useCase(), active.id());
    }

    @Override
    public boolean assumed() {
        return active.assumed();
    }

    @Override
    public List<Cell> cells() {
        return List.of(
                useCase.cell("stage"), useCase.cell("baseline"), useCase.cell("target"), useCase.cell("current"));
    }
}
