package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * All measurements side by side in one run, as one table: {@code mvn -Pbench verify -DskipTests}. Parts of it by name:
 * {@code -Dbench="small medium million federal cold csv rules trend"}; {@code quick} is for trying the benchmarks out, its figures are no measurement.
 */
public final class Bench {

    private static final List<String> PARTS =
            List.of("cold", "small", "medium", "million", "federal", "csv", "rules", "trend", "quick");

    private static final int SMALL_LIMIT_MS = 20;
    private static final int BY_HAND_LIMIT = 8;
    private static final double MILLION_LIMIT = 1.5;
    private static final int COLD_START_LIMIT_S = 3;
    private static final double LOADED_LIMIT_S = 1.5;
    private static final double CHECKED_LIMIT_S = 1;
    private static final double LIVE_LIMIT_S = 3;
    private static final int TREND_LIMIT_MS = 300;

    private final Set<String> parts;
    private final Table table = new Table();

    private Bench(Set<String> parts) {
        this.parts = parts;
    }

    private static final double PARSING_LIMIT = 2;
    private static final int UNCLOSED_QUOTE_LIMIT_S = 1;

    public static void main(String[] arguments) throws Exception {
        Set<String> parts = new TreeSet<>(List.of(arguments));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("found " + parts + ", expected some of " + PARTS);
        }
        new Bench(parts).run();
    }

    private void run() throws Exception {
        if (!Set.of("csv", "rules", "trend").containsAll(parts) || parts.isEmpty()) {
            Agreement.check(Given.rules());
        }
        if (wanted("cold")) {
            coldStart();
        }
        if (wanted("small")) {
            small();
        }
        if (wanted("medium") || wanted("million")) {
            large();
        }
        if (wanted("federal")) {
            federal();
        }
        if (wanted("csv")) {
            csv();
        }
        if (wanted("rules")) {
            rules();
        }
        if (wanted("trend")) {
            trend();
        }
        String text = table.text();
        Files.writeString(Path.of("target", "bench.md"), text);
        System.out.println("\n" + text);
    }

    private boolean wanted(String part) {
        return parts.isEmpty() || parts.equals(Set.of("quick")) || parts.contains(part);
    }

    private void small() throws RunnerException {
        double advice = measure(AdviceBenchmark.class, "adviceOn200UseCases");
        double byHand = measure(AdviceBenchmark.class, "byHandOn200UseCases");
        int facts = Company.ofUseCases(Given.SmallCompany.USE_CASES, 1).all().size();
        table.row("Advice on 200 use cases with their flow facts, " + facts + " facts")
                .measured("%.1f ms".formatted(advice))
                .byHand("%.2f ms".formatted(byHand))
                .ratio(advice / byHand)
                .limit(SMALL_LIMIT_MS + " ms", advice < SMALL_LIMIT_MS);
    }

    private void large() throws RunnerException {
        int facts = Company.ofFacts(10_000, 1).all().size();
        double advice = measure(AdviceBenchmark.class, "adviceOn10k");
        against("one thread", facts, advice, measure(AdviceBenchmark.class, "byHandOn10k"));
        against("all cores", facts, advice, measure(AdviceBenchmark.class, "byHandInParallelOn10k"));
        if (wanted("million")) {
            million(1000 * advice / facts);
        }
    }

    private void against(String byHandOn, int facts, double advice, double byHand) {
        table.row("Findings and advice, " + facts + " facts; by hand findings only, " + byHandOn)
                .measured("%.1f ms".formatted(advice))
                .byHand("%.2f ms".formatted(byHand))
                .ratio(advice / byHand)
                .limit(BY_HAND_LIMIT + " x", advice <= BY_HAND_LIMIT * byHand);
    }

    private void million(double microsOfSmall) throws RunnerException {
        int facts = Company.ofFacts(1_000_000, 1).all().size();
        double micros = 1000 * measure(MillionBenchmark.class, "adviceOn1m") / facts;
        double byHand = 1000 * measure(MillionBenchmark.class, "byHandInParallelOn1m") / facts;
        table.row("Cost of a fact among " + facts)
                .measured("%.2f us".formatted(micros))
                .byHand("%.2f us".formatted(byHand))
                .ratio(micros / byHand)
                .limit("-", null);
        table.row("The same to that among 10,000, %.2f us".formatted(microsOfSmall))
                .measured("%.2f x".formatted(micros / microsOfSmall))
                .limit(MILLION_LIMIT + " x", micros <= MILLION_LIMIT * microsOfSmall);
    }

    private void federal() throws RunnerException {
        if (!FederalBenchmark.isPresent()) {
            table.row("Federal inventory of 2025, CSV to advice: skipped, no ../shared/data/fed2025.csv");
            return;
        }
        double advice = measure(FederalBenchmark.class, "adviceFromCsv");
        double facts = measure(FederalBenchmark.class, "factsFromCsv");
        table.row("Federal inventory of 2025, 3,611 use cases, CSV to advice")
                .measured("%.0f ms, of which %.0f reading".formatted(advice, facts));
    }

    private void csv() throws Exception {
        CsvBenchmark.Costs costs = new CsvBenchmark().measure();
        double ratio = costs.reading().cpu() / costs.parsing().cpu();
        table.row("A million use cases of 12 columns, %.0f MB of CSV to facts; beside it OpenCSV, parsing only"
                        .formatted(costs.megabytes()))
                .measured("%.2f s, cpu %.2f s"
                        .formatted(costs.reading().clock(), costs.reading().cpu()))
                .byHand("%.2f s, cpu %.2f s"
                        .formatted(costs.parsing().clock(), costs.parsing().cpu()))
                .ratio(ratio)
                .limit(PARSING_LIMIT + " x", ratio <= PARSING_LIMIT);
        table.row("A quotation mark that never closes in 10 MB, named with its row, warm")
                .measured("%.2f s, cpu %.2f s"
                        .formatted(
                                costs.unclosedQuote().clock(),
                                costs.unclosedQuote().cpu()))
                .limit(UNCLOSED_QUOTE_LIMIT_S + " s", costs.unclosedQuote().clock() < UNCLOSED_QUOTE_LIMIT_S);
    }

    private void rules() throws IOException, InterruptedException {
        RulesBenchmark.Times times = RulesBenchmark.measure();
        int rules = Given.rules().count();
        seconds("The %d rules, unchanged, loaded in a fresh JVM".formatted(rules), times.loaded(), LOADED_LIMIT_S);
        seconds("One edited file of them checked, warm", times.checked(), CHECKED_LIMIT_S);
        seconds("The same live, with all scenarios run, warm; from saving the file", times.live(), LIVE_LIMIT_S);
    }

    private void seconds(String what, double measured, double limit) {
        table.row(what).measured("%.2f s".formatted(measured)).limit(limit + " s", measured < limit);
    }

    private void trend() throws IOException {
        TrendBenchmark.Costs costs = new TrendBenchmark().measure();
        table.row("Trend of 100 snapshots of 3,600 use cases, database of %.0f MB; the first time %.0f ms"
                        .formatted(costs.bytes() / 1e6, costs.firstMs()))
                .measured("%.0f ms".formatted(costs.medianMs()))
                .limit(TREND_LIMIT_MS + " ms", costs.medianMs() < TREND_LIMIT_MS);
    }

    private void coldStart() throws IOException, InterruptedException {
        if (!Files.exists(ColdStart.JAR)) {
            table.row("advise from a cold start: skipped, no " + ColdStart.JAR);
            return;
        }
        ColdStart.Run run = ColdStart.median();
        table.row("`advise` on the sales-outreach folder from a cold start, median")
                .measured("%.2f s, cpu %.2f s".formatted(run.clock(), run.cpu()))
                .limit(COLD_START_LIMIT_S + " s", run.clock() < COLD_START_LIMIT_S);
    }

    /** Milliseconds. */
    private double measure(Class<?> benchmarks, String method) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\." + method + "$")
                .shouldFailOnError(true);
        if (parts.contains("quick")) {
            options.warmupIterations(benchmarks == MillionBenchmark.class ? 0 : 1)
                    .measurementIterations(1);
        }
        List<RunResult> results = List.copyOf(new Runner(options.build()).run());
        Result<?> result = results.get(0).getPrimaryResult();
        return result.getScore();
    }
}
