package org.throughline.bench;

import org.throughline.bench.byhand.WithEvrete;
import org.throughline.facts.Portfolio;

/** Evrete on those diagnostics that it can express, beside a rule book that has the same ones alone. */
final class EvretePart implements Part {

    @Override
    public String name() {
        return "evrete";
    }

    @Override
    public void measure(Table table, Harness harness) throws Exception {
        Portfolio portfolio = Company.ofFacts(MediumPart.FACTS, 1);
        int rounds = harness.isQuick() ? Subset.QUICK_ROUNDS : Subset.ROUNDS;
        WithEvrete evrete = new WithEvrete(portfolio.asOf());
        try {
            Subset.Timed theirs = Subset.Timed.of(rounds, () -> evrete.findings(portfolio));
            Subset.of(WithEvrete.DIAGNOSTICS).compare(table, portfolio, rounds, "Evrete, findings", theirs);
        } finally {
            evrete.close();
        }
    }
}
