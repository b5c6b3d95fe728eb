package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Tier;
import org.throughline.findings.Severity;

/**
 * What a recommendation is ranked by. Every part only grows with more findings, so that one more never lowers it.
 *
 * @param hoursPerDay hours a month at stake over person-days of effort, or null where nothing is quantified
 * @param leverage how many other findings it removes or recommendations it unblocks
 * @param ageDays since the oldest day in its evidence
 */
record Weight(Tier tier, @Nullable BigDecimal hoursPerDay, Severity severity, int leverage, long ageDays)
        implements Comparable<Weight> {

    private static final Comparator<Weight> IN_A_TIER = Comparator.comparing(
                    Weight::hoursPerDay, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(Weight::severity)
            .thenComparing(Weight::leverage, Comparator.reverseOrder())
            .thenComparing(Weight::ageDays, Comparator.reverseOrder());

    private static final Comparator<Weight> HEAVIEST_FIRST =
            Comparator.comparing(Weight::tier).thenComparing(IN_A_TIER);

    /**
     * This weight for something that the other waits for: the better tier, and the better place in a tier. The two are taken apart, so that
     * a tier that changes with the size of the organisation reorders nothing within another.
     */
    Weight lifted(Weight by) {
        Weight heavier = IN_A_TIER.compare(by, this) < 0 ? by : this;
        Tier better = by.tier.compareTo(tier) < 0 ? by.tier : tier;
        return new Weight(better, heavier.hoursPerDay, heavier.severity, heavier.leverage, heavier.ageDays);
    }

    /** Negative if this one ranks before the other. */
    @Override
    public int compareTo(Weight other) {
        return HEAVIEST_FIRST.compare(this, other);
    }
}
