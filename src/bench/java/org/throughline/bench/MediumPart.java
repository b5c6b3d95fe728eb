package org.throughline.bench;

import org.openjdk.jmh.runner.RunnerException;

/** A company's inventory. */
final class MediumPart implements Part {

    static final int FACTS = 10_000;

    private static final int BY_HAND_LIMIT = 3;
    private static final int LIMIT_MS = 20;

    @Override
    public String name() {
        return "medium";
    }

    @Override
    public boolean comparesFindings() {
        return true;
    }

    @Override
    public void measure(Table table, Harness harness) throws RunnerException {
        int facts = Company.ofFacts(FACTS, 1).all().size();
        double advice = harness.millis(AdviceBenchmark.class, "adviceOn10k");
        double oneThread = harness.millis(AdviceBenchmark.class, "byHandOn10k");
        double allCores = harness.millis(AdviceBenchmark.class, "byHandInParallelOn10k");
        against(table, "one thread", facts, advice, oneThread);
        against(table, "all cores", facts, advice, allCores);
        table.row("The same").measured("%.1f ms".formatted(advice)).limit(LIMIT_MS + " ms", advice < LIMIT_MS);
    }

    private static void against(Table table, String byHandOn, int facts, double advice, double byHand) {
        table.row("Findings and advice, " + facts + " facts; beside it findings by hand, " + byHandOn)
                .measured("%.1f ms".formatted(advice))
                .beside("%.2f ms".formatted(byHand))
                .ratio(advice / byHand)
                .limit(BY_HAND_LIMIT + " x", advice <= BY_HAND_LIMIT * byHand);
    }
}
