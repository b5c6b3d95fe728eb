package org.throughline.bench;

import java.util.Arrays;
import java.util.List;
import org.throughline.app.Edit;
import org.throughline.app.Supposed;
import org.throughline.engine.LiveAdvice;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;

/** One fact supposed otherwise, and all of the advice ranked anew, warm. */
final class WhatIfPart implements Part {

    private static final int LIMIT_MS = 5;
    private static final int WARM_UP = 300;
    private static final int EDITS = 300;

    @Override
    public String name() {
        return "whatif";
    }

    @Override
    public void measure(Table table, Harness harness) {
        RuleBook book = Given.rules();
        Portfolio portfolio = Company.ofFacts(MediumPart.FACTS, 1);
        double[] millis = new double[EDITS];
        LiveAdvice live = new LiveAdvice(book);
        live.advise(portfolio);
        for (int i = harness.isQuick() ? 0 : -WARM_UP; i < EDITS; i++) {
            long start = System.nanoTime();
            live.advise(edited(portfolio, i));
            millis[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        double p99 = millis[EDITS * 99 / 100];
        table.row("What-if edit with new ranking, %,d facts, p99; median %.1f ms"
                        .formatted(portfolio.all().size(), millis[EDITS / 2]))
                .measured("%.1f ms".formatted(p99))
                .limit(LIMIT_MS + " ms", p99 < LIMIT_MS);
    }

    private static Portfolio edited(Portfolio portfolio, int edit) {
        List<Handoff> handoffs = portfolio.handoffs();
        Handoff handoff = handoffs.get(Math.floorMod(edit * 7919, handoffs.size()));
        return Supposed.of(
                portfolio, List.of(new Edit("handoffs", handoff.key(), "wait_h", "" + Math.floorMod(edit, 5))));
    }
}
