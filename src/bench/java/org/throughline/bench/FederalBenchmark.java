package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.facts.Reading;
import org.throughline.report.AdviceJson;

/** A real inventory, 3,611 rows of 41 agencies in one CSV of 3 MB, from the file to ranked advice. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class FederalBenchmark {

    private static final Path FILE = Path.of("../shared/data/fed2025.csv");
    private static final Request REQUEST = Request.asOf(Company.AS_OF);

    private Advisor advisor;

    static boolean isPresent() {
        return Files.exists(FILE);
    }

    static byte[] bytes() throws IOException {
        return Files.readAllBytes(FILE);
    }

    @Setup
    public void prepare() {
        advisor = new Advisor(Rules.read(Path.of("rules"), null).loaded());
    }

    @Benchmark
    public Answer adviceFromCsv() {
        return advisor.advise(Input.of(List.of(FILE)), REQUEST);
    }

    @Benchmark
    public String jsonFromCsv() {
        return AdviceJson.text(advisor.advise(Input.of(List.of(FILE)), REQUEST).advice());
    }

    @Benchmark
    public Reading factsFromCsv() {
        return advisor.read(Input.of(List.of(FILE)), REQUEST);
    }
}
