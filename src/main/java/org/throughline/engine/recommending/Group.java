package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of one kind that make one recommendation.
 *
 * @param place the lowest unit that covers them
 * @param hours a month at stake, each source once; null where nothing is quantified
 * @param hoursPerDay the most that it, or any part of it alone, yields for a day of effort: what is folded never falls behind its parts
 */
record Group(
        Remedy remedy,
        Place place,
        List<Job> jobs,
        @Nullable BigDecimal hours,
        @Nullable BigDecimal hoursPerDay) {

    boolean folded() {
        return jobs.size() > 1 || !jobs.get(0).place().equals(place);
    }
}
