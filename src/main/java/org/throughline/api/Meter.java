package org.throughline.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.throughline.advice.Advice;
import org.throughline.app.Answer;
import org.throughline.app.UnusableException;

/**
 * Counts what is judged, for {@code /actuator/prometheus}: how often, how long, how much, what was found, and how long each rule worked.
 * No names but those of rules, no ids.
 */
@Component
public class Meter {

    private record OfRule(Counter firings, Counter seconds) {}

    private static final double NANOS = 1e9;

    private final MeterRegistry meters;
    private final Map<String, OfRule> rules =
            new ConcurrentHashMap<>(); // to ask the registry each time takes longer than many a rule

    Meter(MeterRegistry meters) {
        this.meters = meters;
    }

    public Answer count(Supplier<Answer> assessment) {
        Timer.Sample time = Timer.start(meters);
        try {
            Answer answer = assessment.get();
            time.stop(timer("done"));
            count(answer.advice());
            return answer;
        } catch (UnusableException e) {
            time.stop(timer("refused"));
            throw e;
        } catch (RuntimeException | Error e) {
            time.stop(timer("failed"));
            throw e;
        }
    }

    /**
     * A rule worked in one session; on several threads.
     *
     * @param nanos on conditions that look at more than one fact, shared ones in equal parts, and on what it does when it fires
     */
    public void worked(String rule, long firings, long nanos) {
        OfRule of = rules.computeIfAbsent(
                rule,
                name -> new OfRule(
                        counter("throughline.rule.firings", "How often a rule fired", "rule", name),
                        counter("throughline.rule.seconds", "How long a rule worked", "rule", name)));
        of.firings.increment(firings);
        of.seconds.increment(nanos / NANOS);
    }

    private Timer timer(String outcome) {
        return Timer.builder("throughline.assessments")
                .description("Facts read and judged, with or without advice")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(meters);
    }

    private void count(Advice advice) {
        advice.factsCounts()
                .forEach((table, count) -> counter("throughline.facts", "Facts that were judged", "table", table)
                        .increment(count));
        advice.findings()
                .forEach(finding -> counter(
                                "throughline.findings", "Findings by diagnostic", "diagnostic", finding.diagnostic())
                        .increment());
        advice.problems()
                .forEach(problem -> counter(
                                "throughline.import.problems",
                                "Problems that imports met",
                                "severity",
                                problem.severity().name().toLowerCase(Locale.ROOT))
                        .increment());
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name).description(description).tag(tag, value).register(meters);
    }
}
