package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The day from which every duration counts. */
public record AsOf(LocalDate date) {

    /** The day that many days before; a threshold in days that is no whole number counts its whole days. */
    public LocalDate minus(BigDecimal days) {
        return date.minusDays(days.longValue());
    }

    /** The day that many days before a date; null before null. */
    public static @Nullable LocalDate before(@Nullable LocalDate date, BigDecimal days) {
        return date == null ? null : date.minusDays(days.longValue());
    }

    /** Whole days from then to the as-of day. */
    public long daysSince(LocalDate then) {
        return ChronoUnit.DAYS.between(then, date);
    }
}
