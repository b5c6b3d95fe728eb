package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;

/** What a rule worked out, with what it stands on, so that a finding that rests on it can show both. */
public interface Derived {

    /** The cells it was worked out from. */
    List<Cell> cells();

    /** The number worked out, if it is one. */
    default List<Figure> figures() {
        return List.of();
    }

    /** True if it rests on something that nobody knows and that was taken as not being there. */
    default boolean assumed() {
        return false;
    }
}
