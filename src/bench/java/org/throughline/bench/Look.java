package org.throughline.bench;

import java.nio.file.Path;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;

/** A first look at the engine's speed by size; the benchmarks proper are beside it. */
final class Look {

    private Look() {}

    public static void main(String[] args) throws Exception {
        RuleBook book = RuleBooks.load(Path.of("rules"), null);
        for (String size : args) {
            Portfolio portfolio = Company.ofFacts(Integer.parseInt(size), 1);
            int n = portfolio.all().size();
            int rounds = n > 200_000 ? 3 : n > 20_000 ? 10 : 60;
            long best = Long.MAX_VALUE;
            Advice advice = null;
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                advice = Engine.advise(book, portfolio);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf(
                    "%d facts: best %.1f ms, %.2f us/fact, %d findings, %d not judged%n",
                    n,
                    best / 1e6,
                    best / 1e3 / n,
                    advice.findings().size(),
                    advice.notJudged().size());
        }
    }
}
