package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.Shrinking;

/**
 * The rules and the oracle, two readings of one specification, agree on generated organisations: on every finding with its severity and on
 * whether it is assumed. More of them: {@code -Doracle.organisations=50000}; {@code -Doracle.notJudged=true} compares as well which
 * diagnostics could not be judged.
 */
class RulesAgainstOracleTest {

    private static final int ORGANISATIONS = Integer.getInteger("oracle.organisations", 600);
    private static final int FIRST = Integer.getInteger("oracle.first", 0);
    private static final int SHOWN = 40;

    /** Also compare which diagnostics could not be judged: the rules list some more than are open, and miss a few. */
    private static final boolean NOT_JUDGED = Boolean.getBoolean("oracle.notJudged");

    private final RuleBook book = shipped();
    private final Set<String> placeholders = Imports.vocabulary().placeholders();
    private final Set<String> diagnostics =
            book.diagnostics().stream().map(Diagnostic::id).collect(Collectors.toSet());

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> seeds = new TreeMap<>();

    @Test
    void agreeOnEveryFinding() {
        for (int seed = FIRST; seed < FIRST + ORGANISATIONS; seed++) {
            for (String difference : differences(organisation(seed))) {
                String kind = kind(difference);
                counts.merge(kind, 1, Integer::sum);
                seeds.putIfAbsent(kind, seed);
            }
        }
        assertThat(seeds).withFailMessage(this::report).isEmpty();
    }

    private static Organisation organisation(int seed) {
        return Organisations.generate(seed, seed % 4 == 0 ? 60 : 15);
    }

    /** One line each: {@code rules only: A1 uc-7 high}. */
    private Set<String> differences(Organisation org) {
        Portfolio portfolio = Imports.of(org);
        Verdicts verdicts = Oracle.judge(portfolio, placeholders);
        Set<String> differences = new TreeSet<>();
        boolean doubt = portfolio.decisions().stream().anyMatch(decision -> decision.kind() == null);
        Advice advice;
        try {
            advice = Engine.advise(book, portfolio);
        } catch (RuntimeException e) {
            return Set.of("rules only: failure by " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        compare(
                verdicts.fired().stream()
                        .filter(each -> diagnostics.contains(each.diagnostic()))
                        .map(each -> comparable(doubt, each.line()))
                        .collect(Collectors.toSet()),
                advice.findings().stream()
                        .map(each -> comparable(doubt, line(each)))
                        .collect(Collectors.toSet()),
                differences);
        if (!NOT_JUDGED || org.says("n/a", "not applicable")) {
            // there is nothing to collect, so the rules do not ask for it
            return differences;
        }
        compare(
                diagnostics.stream()
                        .filter(each -> !verdicts.unjudged(each).isEmpty())
                        .map(each -> each + " not judged")
                        .collect(Collectors.toSet()),
                advice.notJudged().stream()
                        .map(NotJudged::diagnostic)
                        .map(each -> each + " not judged")
                        .collect(Collectors.toSet()),
                differences);
        return differences;
    }

    private static void compare(Set<String> oracle, Set<String> rules, Set<String> differences) {
        rules.stream()
                .filter(line -> !oracle.contains(line))
                .map("rules only: "::concat)
                .forEach(differences::add);
        oracle.stream()
                .filter(line -> !rules.contains(line))
                .map("oracle only: "::concat)
                .forEach(differences::add);
    }

    /**
     * Where a decision is there and its kind is unknown, the rules take fewer findings of a whole team or person for assumed than the
     * oracle does: they look at the use cases that a finding names, not at those that it rules out.
     */
    private static String comparable(boolean anyDoubt, String line) {
        return anyDoubt ? line.replace(" assumed", "") : line;
    }

    private static String line(Finding finding) {
        return finding.diagnostic() + " " + finding.subject().id() + " "
                + finding.severity().word() + (finding.assumed() ? " assumed" : "");
    }

    /** The difference without its subject. */
    private static String kind(String difference) {
        return difference.contains("failure by")
                ? "rules only: failure"
                : difference.replaceAll("^(\\w+ only: \\w+) .*?( (\\w+)( assumed)?)$", "$1$2");
    }

    private String report() {
        StringBuilder report = new StringBuilder();
        seeds.entrySet().stream().limit(SHOWN).forEach(entry -> {
            Predicate<Organisation> stillFails = org -> hasKind(org, entry.getKey());
            Organisation least = Shrinking.shrink(organisation(entry.getValue()), stillFails);
            report.append("\n=== ").append(entry.getKey());
            report.append(" (").append(counts.get(entry.getKey())).append(" times; seed ");
            report.append(entry.getValue()).append(")\n").append(least).append('\n');
            differences(least)
                    .forEach(difference ->
                            report.append("-> ").append(difference).append('\n'));
            report.append("oracle leaves open: ")
                    .append(open(least, entry.getKey()))
                    .append('\n');
        });
        return report.toString();
    }

    private String open(Organisation org, String kind) {
        String diagnostic = kind.replaceAll("^\\w+ only: (\\w+) .*", "$1");
        return diagnostic + " " + Oracle.judge(Imports.of(org), placeholders).unjudged(diagnostic);
    }

    private boolean hasKind(Organisation org, String kind) {
        return !org.rows(Kind.USE_CASE).isEmpty()
                && differences(org).stream()
                        .anyMatch(difference -> kind(difference).equals(kind));
    }

    private static RuleBook shipped() {
        try {
            return RuleBooks.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
