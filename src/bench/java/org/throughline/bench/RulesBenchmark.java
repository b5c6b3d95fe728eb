package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.throughline.app.LiveRules;
import org.throughline.app.RulesReview;
import org.throughline.findings.RulesStatus;
import org.throughline.rulebook.RuleBooks;

/** How long analysts wait: rules are loaded in a fresh JVM, an edit of one file is checked, and goes live, in one that is warm. */
final class RulesBenchmark {

    private static final int FRESH = 9;
    private static final int WARMUP = 15;
    private static final int MEASURED = 9;

    /** Edited in turn, so that what is measured is not one file. */
    private static final List<String> EDITED = List.of(
            "diagnostics/proof/A1-undecided-proof.drl",
            "diagnostics/commitment/C5-no-mandate.drl",
            "diagnostics/environment/B1-untouched-handoff.drl");

    /** As a command does. */
    private static final List<String> UNLOGGED = List.of(
            "-Dslf4j.internal.verbosity=WARN", "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");

    private final Path folder;
    private int edits;

    private RulesBenchmark(Path folder) {
        this.folder = folder;
    }

    /**
     * Seconds, medians.
     *
     * @param loaded the unchanged rules in a fresh JVM, without its start
     * @param checked one edited file among all, as {@code rules check} does
     * @param live from saving a file until the new rules advise, with all scenarios run
     */
    record Times(double loaded, double checked, double live) {}

    static Times measure() throws IOException, InterruptedException {
        double loaded = median(FRESH, RulesBenchmark::loadFresh);
        Path copy = Files.createTempDirectory("throughline-bench-");
        copy(Path.of("rules"), copy);
        RulesBenchmark warm = new RulesBenchmark(copy);
        double checked = warm.check();
        return new Times(loaded, checked, warm.live());
    }

    /** What runs in the fresh JVM: loads the rules, and prints the seconds that took. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        RuleBooks.load(Path.of("rules"), null);
        System.out.println((System.nanoTime() - start) / 1e9);
    }

    private static double loadFresh() throws IOException, InterruptedException {
        return Double.parseDouble(Fresh.output(UNLOGGED, RulesBenchmark.class));
    }

    private double check() throws IOException, InterruptedException {
        RulesReview.of(folder);
        Measured once = () -> {
            edit();
            long start = System.nanoTime();
            if (!RulesReview.of(folder).isSound()) {
                throw new IllegalStateException("a comment made the rules unsound");
            }
            return (System.nanoTime() - start) / 1e9;
        };
        median(WARMUP, once);
        return median(MEASURED, once);
    }

    private double live() throws IOException, InterruptedException {
        BlockingQueue<RulesStatus> decided = new LinkedBlockingQueue<>();
        Path data = Files.createTempDirectory("throughline-bench-");
        try (LiveRules rules = LiveRules.start(
                folder, Path.of("scenarios"), new LiveRules.Home(data, null), Clock.systemUTC(), decided::add)) {
            decided.take();
            Measured once = () -> {
                long start = System.nanoTime();
                edit();
                if (decided.take().isRefused()) {
                    throw new IllegalStateException("a comment failed a scenario");
                }
                return (System.nanoTime() - start) / 1e9;
            };
            median(WARMUP, once);
            return median(MEASURED, once);
        }
    }

    private void edit() throws IOException {
        Path file = folder.resolve(EDITED.get(edits++ % EDITED.size()));
        Files.writeString(file, Files.readString(file) + "// edit " + edits + " of " + System.nanoTime() + "\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private interface Measured {
        double seconds() throws IOException, InterruptedException;
    }

    private static double median(int times, Measured once) throws IOException, InterruptedException {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            seconds[i] = once.seconds();
        }
        Arrays.sort(seconds);
        return seconds[times / 2];
    }
}
