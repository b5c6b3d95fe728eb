package org.throughline.facts.derived;

import java.util.List;

/**
 * What {@code all(...)} in a rule says: everything that it was given.
 *
 * @param list in no particular order
 */
public record All(List<?> list) {

    public All {
        list = List.copyOf(list);
    }

    public int count() {
        return list.size();
    }
}
