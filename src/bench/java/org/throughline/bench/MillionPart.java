package org.throughline.bench;

import org.openjdk.jmh.runner.RunnerException;

/** What a fact costs among a million, and by how much more than among ten thousand. */
final class MillionPart implements Part {

    private static final double GROWTH_LIMIT = 1.2;

    @Override
    public String name() {
        return "million";
    }

    @Override
    public boolean comparesFindings() {
        return true;
    }

    @Override
    public void measure(Table table, Harness harness) throws RunnerException {
        double small = micros(
                harness.millis(AdviceBenchmark.class, "adviceOn10k"),
                Company.ofFacts(MediumPart.FACTS, 1).all().size());
        int facts = Company.ofFacts(1_000_000, 1).all().size();
        double large = micros(harness.millis(MillionBenchmark.class, "adviceOn1m"), facts);
        double byHand = micros(harness.millis(MillionBenchmark.class, "byHandInParallelOn1m"), facts);
        table.row("Cost of a fact among " + facts + "; beside it findings by hand, all cores")
                .measured("%.2f us".formatted(large))
                .beside("%.2f us".formatted(byHand))
                .ratio(large / byHand);
        table.row("The same to that among 10,000, %.2f us".formatted(small))
                .measured("%.2f x".formatted(large / small))
                .limit(GROWTH_LIMIT + " x", large <= GROWTH_LIMIT * small);
    }

    private static double micros(double millis, int facts) {
        return 1000 * millis / facts;
    }
}
