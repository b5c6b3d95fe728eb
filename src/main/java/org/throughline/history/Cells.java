package org.throughline.history;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Assignment;

/** Values of two snapshots beside each other. */
final class Cells {

    private Cells() {}

    /** Numbers by value, lists whatever their order. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            return new HashSet<>(a).equals(new HashSet<>(b));
        }
        return Objects.equals(one, other);
    }

    static String word(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Enum<?> choice && !(choice instanceof Assignment)) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof List<?> texts
                ? String.join("; ", texts.stream().map(String::valueOf).toList())
                : value.toString();
    }
}
