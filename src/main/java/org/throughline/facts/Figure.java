package org.throughline.facts;

import java.math.BigDecimal;

/**
 * A number that a rule worked out, beside the facts it came from.
 *
 * @param name what it is: {@code lead time}
 * @param unit {@code h}, {@code days}, {@code %}, or empty for a count
 */
public record Figure(String name, BigDecimal value, String unit) {}
