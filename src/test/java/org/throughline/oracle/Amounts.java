package org.throughline.oracle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact comparisons of amounts; null is unknown, and an absent number is unknown too. */
final class Amounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    static Truth less(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? Truth.UNKNOWN : Truth.of(a.compareTo(b) < 0);
    }

    static Truth equal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? Truth.UNKNOWN : Truth.of(a.compareTo(b) == 0);
    }

    static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }

    /** Of two, the known one; of two known ones the lesser. */
    static @Nullable BigDecimal lesserKnown(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.min(b);
    }

    /** Of two, the known one; of two known ones the larger. */
    static @Nullable BigDecimal largerKnown(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.max(b);
    }

    static Truth shareUnder(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent) {
        return part == null || whole == null || whole.signum() == 0
                ? Truth.UNKNOWN
                : Truth.of(part.multiply(HUNDRED).compareTo(whole.multiply(percent)) < 0);
    }

    static Truth shareOver(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent) {
        return part == null || whole == null || whole.signum() == 0
                ? Truth.UNKNOWN
                : Truth.of(part.multiply(HUNDRED).compareTo(whole.multiply(percent)) > 0);
    }

    static Truth shareAtLeast(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent) {
        return shareUnder(part, whole, percent).not();
    }

    /** Items over a capacity of zero are over every threshold. */
    static Truth loadAtLeast(@Nullable BigDecimal items, @Nullable BigDecimal capacity, BigDecimal percent) {
        return items == null || capacity == null
                ? Truth.UNKNOWN
                : Truth.of(items.multiply(HUNDRED).compareTo(capacity.multiply(percent)) >= 0);
    }
}
