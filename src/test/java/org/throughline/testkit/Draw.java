package org.throughline.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Chance, with a taste for what lies at a limit. */
final class Draw {

    private final Random random;

    Draw(long seed) {
        // neighbouring seeds of java.util.Random begin alike
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextLong();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From one to the other, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** At the limit or one beside it; now and then far from it. */
    int near(int limit) {
        return chance(10) ? Math.max(0, limit + between(-40, 400)) : limit + between(-1, 1);
    }

    /** Exactly that much, or a little less or more. */
    BigDecimal near(String limit) {
        return new BigDecimal(limit).add(new BigDecimal(of("0", "0.00", "-0.01", "0.01", "-1", "1")));
    }
}
