package org.throughline.bench;

import org.openjdk.jmh.runner.RunnerException;

/** A real inventory, warm, from its CSV to the advice as JSON. */
final class FederalPart implements Part {

    private static final int LIMIT_MS = 150;

    @Override
    public String name() {
        return "federal";
    }

    @Override
    public void measure(Table table, Harness harness) throws RunnerException {
        if (!FederalBenchmark.isPresent()) {
            table.row("Federal inventory of 2025, CSV to JSON: skipped, no ../shared/data/fed2025.csv");
            return;
        }
        double json = harness.millis(FederalBenchmark.class, "jsonFromCsv");
        double advice = harness.millis(FederalBenchmark.class, "adviceFromCsv");
        double facts = harness.millis(FederalBenchmark.class, "factsFromCsv");
        table.row(
                        "Federal inventory of 2025, 3,611 use cases, CSV to JSON, warm; %.0f ms of it to facts, %.0f to advice"
                                .formatted(facts, advice))
                .measured("%.0f ms".formatted(json))
                .limit(LIMIT_MS + " ms", json < LIMIT_MS);
    }
}
