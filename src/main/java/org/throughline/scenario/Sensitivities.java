package org.throughline.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.advice.Advice;
import org.throughline.advice.Sensitivity;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleBook;

/** What would be said of the same facts if a threshold were a tenth or a quarter lower or higher. */
public final class Sensitivities {

    private static final List<Integer> PERCENT = List.of(-25, -10, 10, 25);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Sensitivities() {}

    /** By the thresholds' names. */
    public static List<Sensitivity> of(RuleBook book, Portfolio portfolio) {
        Advice now = Engine.advise(book, portfolio);
        return book.thresholds().parallelStream()
                .map(threshold -> new Sensitivity(
                        threshold,
                        PERCENT.stream()
                                .flatMap(percent -> step(book, portfolio, now, threshold, percent))
                                .toList()))
                .toList();
    }

    private static Stream<Sensitivity.Step> step(
            RuleBook book, Portfolio portfolio, Advice now, Threshold threshold, int percent) {
        BigDecimal value = changed(threshold.value(), percent);
        if (value.compareTo(threshold.value()) == 0) {
            return Stream.empty();
        }
        Threshold other = new Threshold(threshold.name(), value, threshold.unit(), threshold.reason());
        return Stream.of(
                new Sensitivity.Step(percent, value, Differences.of(now, Engine.advise(book.with(other), portfolio))));
    }

    /** A whole number stays one: no team has two and a half people. */
    private static BigDecimal changed(BigDecimal value, int percent) {
        BigDecimal other =
                value.multiply(HUNDRED.add(BigDecimal.valueOf(percent))).divide(HUNDRED);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return whole ? other.setScale(0, RoundingMode.HALF_UP) : other;
    }
}
