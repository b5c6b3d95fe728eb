package org.throughline.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;

/** Values by chance, the same for the same seed. */
final class Chance {

    private final Random random;
    private final LocalDate asOf;

    Chance(long seed, LocalDate asOf) {
        this.random = new Random(seed);
        this.asOf = asOf;
    }

    boolean one(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    int below(int limit) {
        return random.nextInt(limit);
    }

    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    BigDecimal number(int from, int to) {
        return BigDecimal.valueOf(between(from, to));
    }

    /** A day at most that many days ago. */
    LocalDate within(int days) {
        return asOf.minusDays(random.nextInt(days));
    }

    LocalDate before(int from, int to) {
        return asOf.minusDays(between(from, to));
    }

    /** The value, but in one of that many cases nothing. */
    <T> T unless(int outOf, T value) {
        return one(outOf) ? null : value;
    }

    /** Nothing, but in one of that many cases the value. */
    <T> T rarely(int outOf, T value) {
        return one(outOf) ? value : null;
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }
}
