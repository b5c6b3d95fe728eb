package org.throughline.facts.derived;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What {@code amounts(...)} in a rule says of several amounts, some of which may be unknown.
 *
 * @param sum of the known ones; 0 of none
 * @param least of the known ones, or null of none
 * @param largest of the known ones, or null of none
 * @param count how many there are, unknown ones included
 * @param unknown how many of them are unknown
 */
public record Amounts(
        BigDecimal sum,
        @Nullable BigDecimal least,
        @Nullable BigDecimal largest,
        int count,
        int unknown) {

    /** True if none is unknown, so that the sum is the whole. */
    public boolean known() {
        return unknown == 0;
    }
}
