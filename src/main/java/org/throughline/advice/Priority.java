package org.throughline.advice;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a recommendation stands where it does, with its parts.
 *
 * @param hoursPerMonth hours a month at stake, or null where no flow facts give them ("not quantified")
 * @param sameHours ids of the recommendations with a better rank that tell of the same hours, in part or all, by rank
 * @param spread share of the organisation's live use cases concerned, 0..1
 * @param leverage how many other findings it removes or recommendations it unblocks
 * @param effortDays person-days, from the size class of its kind
 * @param explanation the parts as one sentence
 */
public record Priority(
        @Nullable BigDecimal hoursPerMonth,
        List<String> sameHours,
        BigDecimal spread,
        int leverage,
        BigDecimal effortDays,
        String explanation) {

    public Priority {
        sameHours = List.copyOf(sameHours);
    }
}
