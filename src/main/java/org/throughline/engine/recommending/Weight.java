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

    private static final Comparator<Weight> HEAVIEST_FIRST = Comparator.comparing(Weight::tier)
            .thenComparing(Weight::hoursPerDay, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Weight::severity)
            .thenComparing(Weight::leverage, Comparator.reverseOrder())
            .thenComparing(Weight::ageDays, Comparator.reverseOrder());

    /** Negative if this one ranks before the other. */
    @Override
    public int compareTo(Weight other) {
        return HEAVIEST_FIRST.compare(this, other);
    }
}
