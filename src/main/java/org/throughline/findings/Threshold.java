package org.throughline.findings;

import java.math.BigDecimal;

/**
 * A limit that rules compare with, from {@code rules/thresholds.csv} or an organisation's own file over it.
 *
 * @param value in {@code unit}; a share in percent is written as one ({@code 10}, not {@code 0.1}), see {@link #share()}
 * @param reason why it is this value and not another
 */
public record Threshold(String name, BigDecimal value, String unit, String reason) {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    /** A percentage as the factor to multiply with: 10 % is 0.10, exactly. */
    public BigDecimal share() {
        return value.multiply(PERCENT);
    }

    /** The value as a whole number, for counts. */
    public int whole() {
        return value.intValue();
    }

    /** Thresholds are told apart by name: a run has one of each. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Threshold threshold && name.equals(threshold.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
