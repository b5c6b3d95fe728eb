package org.throughline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.throughline.bench.byhand.ByHand;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;

/** What benchmarks start from: the rules of this checkout, and organisations on which they agree with hand-written Java. */
public abstract class Given {

    private static final int WARM_UP_S = 45;

    RuleBook book;
    Portfolio portfolio;

    abstract Portfolio company();

    @Setup(Level.Trial)
    public void prepare() {
        book = rules();
        portfolio = company();
        Agreement.check(book, portfolio);
    }

    /** As long as the other benchmarks warm up, on few facts: what runs once would else be charged with the compiler's work. */
    void warmUp() {
        Portfolio few = Company.ofFacts(10_000, 2);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_S);
        while (System.nanoTime() < end) {
            Engine.advise(book, few);
            ByHand.findingsInParallel(few);
        }
    }

    static RuleBook rules() {
        try {
            return RuleBooks.load(Path.of("rules"), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 200 use cases with their flow facts. */
    @State(Scope.Benchmark)
    public static class SmallCompany extends Given {

        static final int USE_CASES = 200;

        @Override
        Portfolio company() {
            return Company.ofUseCases(USE_CASES, 1);
        }
    }

    @State(Scope.Benchmark)
    public static class Company10k extends Given {

        @Override
        Portfolio company() {
            return Company.ofFacts(10_000, 1);
        }
    }

    @State(Scope.Benchmark)
    public static class Company1m extends Given {

        @Override
        Portfolio company() {
            return Company.ofFacts(1_000_000, 1);
        }

        @Override
        @Setup(Level.Trial)
        public void prepare() {
            super.prepare();
            warmUp();
        }
    }
}
