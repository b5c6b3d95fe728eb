package org.throughline.rulebook.safe;

import java.time.Duration;

/**
 * What a run of rules that nobody has proved may take. Rules that do what they should stay far below: the shipped ones fire less than once
 * for each fact and rule.
 *
 * @param time of the processor, on the thread that fires; six times as much by the clock
 * @param firings of one rule
 * @param combinations of facts that one condition after another leaves, over all rules
 */
record Limits(Duration time, int firings, int combinations) {

    private static final long MILLIS = 1_000;
    private static final long MICROS_PER_FACT = 200;
    private static final int FIRINGS = 20_000;
    private static final int COMBINATIONS = 500_000;
    private static final int PER_FACT = 100;

    static Limits of(int facts) {
        return new Limits(
                Duration.ofMillis(MILLIS + facts * MICROS_PER_FACT / 1_000),
                FIRINGS + facts * PER_FACT / 10,
                COMBINATIONS + facts * PER_FACT);
    }
}
