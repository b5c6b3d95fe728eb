package org.throughline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.bench.byhand.ByHand;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;

/**
 * Those diagnostics that another engine can express, and what our rules find of them.
 *
 * @param alone a rule book without the other diagnostics: as any edited rules, they fire within limits that are watched
 * @param shipped all rules
 */
record Subset(Set<String> diagnostics, RuleBook alone, RuleBook shipped) {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static final int ROUNDS = 40;
    static final int QUICK_ROUNDS = 4;

    /** The shipped rules without the files of other diagnostics. */
    static Subset of(Set<String> diagnostics) throws Exception {
        SortedMap<String, String> files =
                new TreeMap<>(RuleFiles.read(Path.of("rules")).texts());
        files.keySet()
                .removeIf(file -> file.startsWith("diagnostics/")
                        && diagnostics.stream().noneMatch(each -> file.contains("/" + each + "-")));
        return new Subset(diagnostics, RuleBooks.of(new RuleFiles(files), "", null), Given.rules());
    }

    /** Each finding as its id and severity. */
    private Set<String> findings(RuleBook book, Portfolio portfolio) {
        return lines(Engine.advise(book, portfolio).findings());
    }

    private Set<String> findingsByHand(Portfolio portfolio) {
        return lines(ByHand.findings(portfolio));
    }

    private Set<String> lines(Iterable<Finding> findings) {
        Set<String> lines = new TreeSet<>();
        for (Finding finding : findings) {
            if (diagnostics.contains(finding.diagnostic())) {
                lines.add(finding.id() + " " + finding.severity().word());
            }
        }
        return lines;
    }

    /** Adds rows for the other engine beside our rules, and beside hand-written Java; findings have to be the same. */
    void compare(Table table, Portfolio portfolio, int rounds, String other, Timed theirs) {
        Timed ours = Timed.of(rounds, () -> findings(alone, portfolio));
        Timed all = Timed.of(rounds, () -> findings(shipped, portfolio));
        Timed byHand = Timed.of(rounds, () -> findingsByHand(portfolio));
        same("only by " + other, theirs.findings(), "only by the rules", ours.findings());
        same("only by all rules", all.findings(), "only by those alone", ours.findings());
        same("only by hand", byHand.findings(), "only by the rules", ours.findings());
        String ids = String.join(", ", new TreeSet<>(diagnostics));
        String work = "%s, %,d facts, findings and advice, processor time of rounds 21 to 40; beside it %s"
                .formatted(ids, portfolio.all().size(), other);
        row(table, work, ours, theirs);
        row(table, "All 34 diagnostics; beside it " + ids + " by " + other, all, theirs);
        row(table, "All 34 diagnostics; beside it all of them by hand, findings, one thread", all, byHand);
    }

    private static void row(Table table, String work, Timed ours, Timed theirs) {
        table.row(work)
                .measured("%.1f ms".formatted(ours.millis()))
                .beside("%.1f ms".formatted(theirs.millis()))
                .ratio(ours.millis() / theirs.millis());
    }

    private static void same(String some, Set<String> found, String others, Set<String> known) {
        if (!found.equals(known)) {
            throw new IllegalStateException("different findings cannot be compared: " + some + " " + less(found, known)
                    + ", " + others + " " + less(known, found));
        }
    }

    private static String less(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).limit(10).collect(Collectors.joining(", "));
    }

    /** Work to be timed, that may fail. */
    interface Work {
        Set<String> findings() throws Exception;
    }

    /** @param millis of the processor, on all cores: mean of the second half of the rounds */
    record Timed(double millis, Set<String> findings) {

        static Timed of(int rounds, Work work) {
            double[] millis = new double[rounds];
            Set<String> findings = Set.of();
            for (int i = 0; i < rounds; i++) {
                long start = MACHINE.getProcessCpuTime();
                try {
                    findings = work.findings();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                millis[i] = (MACHINE.getProcessCpuTime() - start) / 1e6;
            }
            return new Timed(mean(millis), findings);
        }

        /** Of the second half: processor time is counted in steps too coarse for one round. */
        static double mean(double[] millis) {
            return Arrays.stream(millis, millis.length / 2, millis.length)
                    .average()
                    .orElseThrow();
        }
    }
}
