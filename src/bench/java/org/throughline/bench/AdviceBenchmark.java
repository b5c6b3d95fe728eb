package org.throughline.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.throughline.advice.Advice;
import org.throughline.bench.byhand.ByHand;
import org.throughline.engine.Engine;
import org.throughline.findings.Finding;

/** Warm: facts in, ranked advice out; and the same findings by hand, which are neither ranked nor recommended upon. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g"})
@Warmup(iterations = 15, time = 3)
@Measurement(iterations = 5, time = 2)
public class AdviceBenchmark {

    @Benchmark
    public Advice adviceOn200UseCases(Given.SmallCompany given) {
        return Engine.advise(given.book, given.portfolio);
    }

    @Benchmark
    public List<Finding> byHandOn200UseCases(Given.SmallCompany given) {
        return ByHand.findings(given.portfolio);
    }

    @Benchmark
    public Advice adviceOn10k(Given.Company10k given) {
        return Engine.advise(given.book, given.portfolio);
    }

    @Benchmark
    public List<Finding> byHandOn10k(Given.Company10k given) {
        return ByHand.findings(given.portfolio);
    }

    @Benchmark
    public List<Finding> byHandInParallelOn10k(Given.Company10k given) {
        return ByHand.findingsInParallel(given.portfolio);
    }
}
