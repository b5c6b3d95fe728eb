package org.throughline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;

/** Where the time goes of a company's inventory: by function, and by rule. */
final class ProfilePart implements Part {

    private static final int FUNCTIONS = 25;
    private static final int RULES = 15;
    private static final int RUNS = 50;
    private static final Duration TIME = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public void measure(Table table, Harness harness) throws IOException {
        RuleBook book = Given.rules();
        Portfolio portfolio = Company.ofFacts(MediumPart.FACTS, 1);
        Duration time = harness.isQuick() ? Duration.ofSeconds(2) : TIME;
        warmUp(book, portfolio, time);
        String work = "advice on " + portfolio.all().size() + " facts, warm";
        table.section(Profile.of(() -> Engine.advise(book, portfolio), time).table(work, FUNCTIONS));
        table.section(rules(book, portfolio, work));
    }

    private static void warmUp(RuleBook book, Portfolio portfolio, Duration time) {
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            Engine.advise(book, portfolio);
        }
    }

    /** As a server counts it for those who run it. */
    private static String rules(RuleBook book, Portfolio portfolio, String work) {
        Map<String, AtomicLong> nanos = new ConcurrentHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            Engine.advise(
                    book,
                    portfolio,
                    (rule, firings, took) ->
                            nanos.computeIfAbsent(rule, key -> new AtomicLong()).addAndGet(took));
        }
        double all = nanos.values().stream().mapToLong(AtomicLong::get).sum();
        StringBuilder text = new StringBuilder("\nWhere the rules' own time goes: %s, %.1f ms of processor a run\n"
                .formatted(work, all / RUNS / TimeUnit.MILLISECONDS.toNanos(1)));
        text.append("\n| rule | share |\n|---|---|\n");
        nanos.entrySet().stream()
                .sorted(Comparator.comparingLong(one -> -one.getValue().get()))
                .limit(RULES)
                .forEach(one -> text.append("| %s | %.1f %% |\n"
                        .formatted(one.getKey(), 100 * one.getValue().get() / all)));
        return text.toString();
    }
}
