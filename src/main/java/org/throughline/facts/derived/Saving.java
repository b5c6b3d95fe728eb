package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Figure;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/**
 * Hours that a live use case saves on an item: as stated, but never more than its step takes.
 *
 * @param from the use case that states it, or the step that limits it
 */
public record Saving(UseCase useCase, String useCaseId, BigDecimal hours, Fact from) implements Derived {

    /** As the use case states it; absent is none. */
    public Saving(UseCase useCase) {
        this(
                useCase,
                useCase.id(),
                useCase.hoursSavedPerItem() == null ? BigDecimal.ZERO : useCase.hoursSavedPerItem(),
                useCase);
    }

    /** As its step limits it. */
    public Saving(UseCase useCase, Step step) {
        this(useCase, useCase.id(), java.util.Objects.requireNonNull(step.processTimeH()), step);
    }

    @Override
    public List<Cell> cells() {
        Cell stated = useCase.cell("hours_saved_per_item");
        return from == useCase ? List.of(stated) : List.of(stated, from.cell("process_time_h"));
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(from == useCase ? "saving" : "saving (no more than its step takes)", hours, "h"));
    }
}
