package org.throughline.bench.byhand;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Comparisons of a part with a percentage of a whole, exact; false where either is unknown or the whole is zero. */
final class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    static boolean under(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent) {
        return comparable(part, whole) && compare(part, whole, percent) < 0;
    }

    static boolean over(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent) {
        return comparable(part, whole) && compare(part, whole, percent) > 0;
    }

    static boolean atLeast(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent) {
        return comparable(part, whole) && compare(part, whole, percent) >= 0;
    }

    private static boolean comparable(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part != null && whole != null && whole.signum() != 0;
    }

    static int compare(BigDecimal part, BigDecimal whole, BigDecimal percent) {
        return part.multiply(HUNDRED).compareTo(whole.multiply(percent));
    }
}
