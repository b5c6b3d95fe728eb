package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Friction;

/** A use case started on a workflow while a friction that was already known there was open. */
public record Hindered(String useCaseId, Friction by) implements Derived {

    @Override
    public List<Cell> cells() {
        return List.of(by.cell("recorded_on"), by.cell("removed_on"));
    }
}
