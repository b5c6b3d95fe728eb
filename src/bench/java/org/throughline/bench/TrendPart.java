package org.throughline.bench;

import java.io.IOException;

/** History of a portfolio. */
final class TrendPart implements Part {

    private static final int LIMIT_MS = 300;

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public void measure(Table table, Harness harness) throws IOException {
        TrendBenchmark.Costs costs = new TrendBenchmark().measure();
        table.row("Trend of 100 snapshots of 3,600 use cases, database of %.0f MB; the first time %.0f ms"
                        .formatted(costs.bytes() / 1e6, costs.firstMs()))
                .measured("%.0f ms".formatted(costs.medianMs()))
                .limit(LIMIT_MS + " ms", costs.medianMs() < LIMIT_MS);
    }
}
