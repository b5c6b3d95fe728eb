package org.throughline.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.history.Health;

/**
 * Scale health for people: first between what it lies, then what could be judged, then what is unknown and would tell more.
 *
 * @param from rounded down, and {@code to} rounded up, so that the truth is between them
 * @param openParts the diagnostics on which most points hang because nobody can tell, the most first
 */
public record HealthView(Health it, BigDecimal from, BigDecimal to, List<Health.Part> openParts) {

    private static final int SHOWN = 3;
    private static final BigDecimal A_POINT = BigDecimal.ONE;

    static HealthView of(Health it) {
        List<Health.Part> open = it.parts().stream()
                .filter(part -> part.atStake().compareTo(A_POINT) >= 0)
                .sorted(Comparator.comparing(Health.Part::atStake).reversed().thenComparing(Health.Part::diagnostic))
                .limit(SHOWN)
                .toList();
        return new HealthView(
                it, it.low().setScale(0, RoundingMode.FLOOR), it.high().setScale(0, RoundingMode.CEILING), open);
    }

    /** Whether what is unknown changes anything. */
    public boolean isOpen() {
        return it.low().compareTo(it.high()) != 0;
    }

    /** Points that hang on what nobody knows. */
    public BigDecimal unknown() {
        return it.high().subtract(it.low());
    }

    public @Nullable BigDecimal figure() {
        return it.figure();
    }
}
