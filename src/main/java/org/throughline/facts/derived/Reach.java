package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far the benefit of a use case reaches.
 *
 * @param hoursPerMonth that it would save if all who could used it
 * @param uncollected the part of those that nobody saves yet: the share of eligible people who do not use it; all where no team adopted it
 */
public record Reach(String useCaseId, BigDecimal hoursPerMonth, BigDecimal uncollected) {

    /** Of a use case that would save those hours a month, used by some of those who could. */
    public static Reach of(String useCaseId, BigDecimal hoursPerMonth, BigDecimal users, BigDecimal eligible) {
        return new Reach(useCaseId, hoursPerMonth, uncollected(hoursPerMonth, users, eligible));
    }

    private static BigDecimal uncollected(BigDecimal hours, BigDecimal users, BigDecimal eligible) {
        if (eligible.signum() == 0) {
            return hours;
        }
        BigDecimal left = eligible.subtract(users).max(BigDecimal.ZERO);
        return hours.multiply(left).divide(eligible, 1, RoundingMode.HALF_UP);
    }
}
