package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/** A validated use case with an owner of its outcome, measured on the workflow or its outcome, that reaches its target. */
public record AtTarget(Active active, UseCase useCase, String useCaseId) implements Derived {

    public AtTarget(Active active) {
        this(active, active.useCase(), active.id());
    }

    /** What else would have to be known of other files. */
    public Missing lacks(String... names) {
        return useCase.lacks(names);
    }

    @Override
    public boolean assumed() {
        return active.assumed();
    }

    @Override
    public List<Cell> cells() {
        return List.of(
                useCase.cell("stage"),
                useCase.cell("outcome_owner_id"),
                useCase.cell("measure_scope"),
                useCase.cell("baseline"),
                useCase.cell("target"),
                useCase.cell("current"));
    }
}
