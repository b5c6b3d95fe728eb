package org.throughline.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.bench.byhand.ByHand;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.rulebook.RuleBook;

/** That what is compared does the same: rules and hand-written Java find the same, and every diagnostic finds something. */
final class Agreement {

    private static final int SHOWN = 10;

    private Agreement() {}

    /**
     * Small organisations by chance, and a large one of each kind.
     *
     * @throws IllegalStateException with the findings in which they differ, or diagnostics that found nothing
     */
    static void check(RuleBook book) {
        Set<String> found = new TreeSet<>();
        for (long seed = 1; seed <= 4; seed++) {
            check(book, Company.ofFacts(300, seed));
            check(book, Company.ofUseCases(200, seed));
        }
        for (long seed = 1; seed <= 2; seed++) {
            check(book, Company.ofFacts(10_000, seed)).forEach(finding -> found.add(finding.diagnostic()));
        }
        Set<String> silent =
                book.diagnostics().stream().map(Diagnostic::id).collect(Collectors.toCollection(TreeSet::new));
        silent.removeAll(found);
        if (!silent.isEmpty()) {
            throw new IllegalStateException("nothing is measured of " + silent + ": they find nothing in 10,000 facts");
        }
    }

    /** The findings, which are the same for the rules, by hand, and by hand in parallel. */
    static List<Finding> check(RuleBook book, Portfolio portfolio) {
        List<Finding> byHand = ByHand.findings(portfolio);
        compare("rules", Engine.advise(book, portfolio).findings(), byHand);
        compare("by hand in parallel", ByHand.findingsInParallel(portfolio), byHand);
        return byHand;
    }

    private static void compare(String what, List<Finding> findings, List<Finding> byHand) {
        List<String> some = lines(findings);
        List<String> others = lines(byHand);
        if (!some.equals(others)) {
            throw new IllegalStateException("different findings cannot be compared: only " + what + " "
                    + less(some, others) + ", only by hand " + less(others, some));
        }
    }

    /** In their order, which is the same too. */
    private static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.id() + " " + finding.severity().word())
                .toList();
    }

    private static List<String> less(List<String> some, List<String> others) {
        Set<String> less = new TreeSet<>(some);
        less.removeAll(Set.copyOf(others));
        return less.stream().limit(SHOWN).toList();
    }
}
