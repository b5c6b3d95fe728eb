package org.throughline.bench;

import org.openjdk.jmh.runner.RunnerException;

/** A team's pilots. */
final class SmallPart implements Part {

    private static final int LIMIT_MS = 20;

    @Override
    public String name() {
        return "small";
    }

    @Override
    public boolean comparesFindings() {
        return true;
    }

    @Override
    public void measure(Table table, Harness harness) throws RunnerException {
        double advice = harness.millis(AdviceBenchmark.class, "adviceOn200UseCases");
        double byHand = harness.millis(AdviceBenchmark.class, "byHandOn200UseCases");
        int facts = Company.ofUseCases(Given.SmallCompany.USE_CASES, 1).all().size();
        table.row("Advice on 200 use cases with their flow facts, " + facts + " facts; beside it findings by hand")
                .measured("%.1f ms".formatted(advice))
                .beside("%.2f ms".formatted(byHand))
                .ratio(advice / byHand)
                .limit(LIMIT_MS + " ms", advice < LIMIT_MS);
    }
}
