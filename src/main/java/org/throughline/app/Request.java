package org.throughline.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How to look at an input.
 *
 * @param asOf the day from which every duration counts
 * @param hoursPerDay working hours that a day in a duration stands for
 * @param strict all or nothing: one error, and there is no advice
 * @param mapping name of a mapping beside the rules, or path of a file of that form, or the lines of one; null where headers tell
 */
public record Request(
        LocalDate asOf,
        BigDecimal hoursPerDay,
        boolean strict,
        @Nullable String mapping) {

    /** Working hours of a day, unless told otherwise. */
    public static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(8);

    public static Request asOf(LocalDate day) {
        return new Request(day, HOURS_PER_DAY, false, null);
    }
}
