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

/** A million facts, run by run: what warms it up is the comparison of both before. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx6g"})
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class MillionBenchmark {

    @Benchmark
    public Advice adviceOn1m(Given.Company1m given) {
        return Engine.advise(given.book, given.portfolio);
    }

    @Benchmark
    public List<Finding> byHandOn1m(Given.Company1m given) {
        return ByHand.findings(given.portfolio);
    }

    @Benchmark
    public List<Finding> byHandInParallelOn1m(Given.Company1m given) {
        return ByHand.findingsInParallel(given.portfolio);
    }
}
