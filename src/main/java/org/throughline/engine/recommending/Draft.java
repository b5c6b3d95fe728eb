package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Stake;
import org.throughline.findings.Subject;

/**
 * A recommendation that knows its own weight, but not yet its rank nor what comes before it.
 *
 * @param says its texts, filled
 * @param weight its own, without what it unlocks
 * @param basis of the finding that gave its tier
 * @param stakes what its hours are made of
 * @param findings ids, sorted
 */
record Draft(
        String id,
        Remedy remedy,
        Subject subject,
        Form says,
        String decider,
        String why,
        Weight weight,
        Basis basis,
        boolean assumed,
        Effort effort,
        BigDecimal confidence,
        BigDecimal spread,
        @Nullable BigDecimal hours,
        String hoursOf,
        List<Stake> stakes,
        Set<String> concerned,
        List<String> findings) {

    Draft with(Weight other) {
        return new Draft(
                id,
                remedy,
                subject,
                says,
                decider,
                why,
                other,
                basis,
                assumed,
                effort,
                confidence,
                spread,
                hours,
                hoursOf,
                stakes,
                concerned,
                findings);
    }

    /** One draft per id: what it says need not be compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Draft draft && id.equals(draft.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
