package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Stake;
import org.throughline.advice.Standing;
import org.throughline.advice.StateLine;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Missing;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.rulebook.RuleBook;

/** Puts together what all sessions found, and sorts it: the order in which it was found makes no difference. */
final class Gathered {

    private static final Comparator<Finding> BY_DIAGNOSTIC_AND_SUBJECT = Comparator.comparing(
                    Finding::diagnostic, Gathered::compareIds)
            .thenComparing(finding -> finding.subject().id(), Texts.BY_CODE_POINT);

    private final RuleBook book;
    private final Outcome outcome;
    private final Portfolio portfolio;
    private final Function<String, String> names;
    private final @Nullable Merged merged;

    Gathered(RuleBook book, Portfolio portfolio, Outcome outcome, Function<String, String> names) {
        this(book, portfolio, outcome, names, null);
    }

    /** @param merged what was found before, or null where nobody remembers */
    Gathered(
            RuleBook book,
            Portfolio portfolio,
            Outcome outcome,
            Function<String, String> names,
            @Nullable Merged merged) {
        this.merged = merged;
        this.book = book;
        this.portfolio = portfolio;
        this.outcome = outcome;
        this.names = names;
    }

    Assessment assessment(List<Standing> standings) {
        List<Finding> findings = findings();
        return new Assessment(findings, notJudged(findings), stakes(), standings, state(), streams());
    }

    private List<ValueStream> streams() {
        return outcome.streams.stream()
                .sorted(Comparator.comparing(ValueStream::workflowId, Texts.BY_CODE_POINT))
                .toList();
    }

    /** A1 before A2 before A10 before B1. */
    static int compareIds(String a, String b) {
        int letter = Character.compare(a.charAt(0), b.charAt(0));
        return letter != 0 || a.length() == b.length()
                ? (letter != 0 ? letter : a.compareTo(b))
                : a.length() - b.length();
    }

    private List<Finding> findings() {
        Map<String, Diagnostic> diagnostics = new HashMap<>();
        book.diagnostics().forEach(diagnostic -> diagnostics.put(diagnostic.id(), diagnostic));
        Map<String, List<Reported>> matches = new HashMap<>();
        for (Reported match : outcome.reported) {
            matches.computeIfAbsent(match.diagnostic() + ":" + match.key(), key -> new ArrayList<>(1))
                    .add(match);
        }
        OneFinding merge = new OneFinding(new AsOf(portfolio.asOf()), names);
        Function<List<Reported>, Finding> one =
                same -> merge.of(diagnostics.get(same.get(0).diagnostic()), same);
        if (merged != null) {
            return merged.of(matches, one, BY_DIAGNOSTIC_AND_SUBJECT);
        }
        return matches.values().parallelStream()
                .map(one)
                .sorted(BY_DIAGNOSTIC_AND_SUBJECT)
                .toList();
    }

    /** Subjects of which a diagnostic was found to hold, whatever else is unknown about them, were judged. */
    private List<NotJudged> notJudged(List<Finding> findings) {
        Set<String> judged = new HashSet<>();
        findings.forEach(finding -> judged.add(finding.id()));
        Map<String, Map<String, List<String>>> missing = new HashMap<>();
        for (Unjudged one : outcome.unjudged) {
            Map<String, List<String>> of = missing.computeIfAbsent(one.diagnostic(), key -> new HashMap<>());
            one.gaps().missing().forEach((subject, names) -> {
                if (!judged.contains(one.diagnostic() + ":" + subject)) {
                    of.merge(subject, toCollect(names), Missing::union);
                }
            });
        }
        List<NotJudged> all = new ArrayList<>();
        missing.forEach((diagnostic, subjects) -> all.addAll(counted(diagnostic, subjects.values())));
        all.sort(Comparator.comparing(NotJudged::diagnostic, Gathered::compareIds)
                .thenComparing(one -> String.join(",", one.missing())));
        return all;
    }

    /** A file that is not there is collected as a whole, not column by column. */
    private List<String> toCollect(List<String> names) {
        return names.stream()
                .map(name -> {
                    int dot = name.indexOf('.');
                    boolean noFile = dot > 0 && !portfolio.known().contains(name.substring(0, dot));
                    return noFile ? name.substring(0, dot) : name;
                })
                .distinct()
                .sorted()
                .toList();
    }

    private List<NotJudged> counted(String diagnostic, Collection<List<String>> missing) {
        Map<List<String>, Integer> counts = new HashMap<>();
        missing.forEach(names -> counts.merge(names, 1, Integer::sum));
        List<NotJudged> all = new ArrayList<>();
        counts.forEach(
                (names, n) -> all.add(new NotJudged(diagnostic, names, n, Reasons.notJudged(portfolio, names, n))));
        return all;
    }

    private Map<String, Stake> stakes() {
        Map<String, Stake> stakes = new HashMap<>();
        for (Stake stake : outcome.stakes) {
            String finding =
                    stake.diagnostic() + ":" + stake.key().substring(stake.key().indexOf(':') + 1);
            stakes.merge(finding, stake, (a, b) -> {
                int more = a.hoursPerMonth().compareTo(b.hoursPerMonth());
                return more > 0 || more == 0 && a.what().compareTo(b.what()) <= 0 ? a : b;
            });
        }
        return stakes;
    }

    private List<StateLine> state() {
        return outcome.said.stream()
                .map(said -> new StateLine(said.order(), said.name(), said.text(), said.figure()))
                .sorted(Comparator.comparing(StateLine::order).thenComparing(StateLine::text))
                .toList();
    }
}
