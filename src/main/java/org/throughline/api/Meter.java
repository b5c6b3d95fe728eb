package org.throughline.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.throughline.advice.Advice;
import org.throughline.app.Answer;
import org.throughline.app.UnusableException;

/** Counts what is judged, for {@code /actuator/prometheus}: how often, how long, how much, and what was found. No names, no ids. */
@Component
public class Meter {

    private final MeterRegistry meters;

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
