package org.throughline.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs what JMH measures, each once in a run: parts that need the same figure share it. */
final class Harness {

    private final boolean isQuick;
    private final Map<String, Double> measured = new HashMap<>();

    /** @param isQuick hardly warms up: to try benchmarks out, not to measure */
    Harness(boolean isQuick) {
        this.isQuick = isQuick;
    }

    boolean isQuick() {
        return isQuick;
    }

    /** Milliseconds. */
    double millis(Class<?> benchmarks, String method) throws RunnerException {
        String name = benchmarks.getName().replace(".", "\\.") + "\\." + method + "$";
        if (!measured.containsKey(name)) {
            measured.put(name, run(name, benchmarks == MillionBenchmark.class));
        }
        return measured.get(name);
    }

    private double run(String name, boolean isOneShot) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(name).shouldFailOnError(true);
        if (isQuick) {
            options.warmupIterations(isOneShot ? 0 : 1).measurementIterations(1);
        }
        return List.copyOf(new Runner(options.build()).run())
                .get(0)
                .getPrimaryResult()
                .getScore();
    }
}
