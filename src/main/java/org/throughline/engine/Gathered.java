package org.throughline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.throughline.advice.Stake;
import org.throughline.advice.StateLine;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Figure;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Derived;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleBook;

/** Makes one finding of all matches of a diagnostic about a subject, and sorts everything, whatever order it was found in. */
final class Gathered {

    private static final Comparator<Finding> BY_DIAGNOSTIC_AND_SUBJECT = Comparator.comparing(
                    Finding::diagnostic, Gathered::compareIds)
            .thenComparing(finding -> finding.subject().id(), Texts.BY_CODE_POINT);

    private static final Comparator<Evidence> BY_PLACE = Comparator.comparing(
                    Evidence::file, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Evidence::row, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Evidence::fact, Texts.BY_CODE_POINT)
            .thenComparing(Evidence::attribute);

    private final RuleBook book;
    private final AsOf asOf;
    private final Outcome outcome;
    private final Portfolio portfolio;
    private final Function<String, String> names;

    Gathered(RuleBook book, Portfolio portfolio, Outcome outcome, Function<String, String> names) {
        this.book = book;
        this.portfolio = portfolio;
        this.asOf = new AsOf(portfolio.asOf());
        this.outcome = outcome;
        this.names = names;
    }

    Assessment assessment(Set<String> live) {
        return new Assessment(
                findings(), notJudged(), stakes(), live, state(), new ValueStreams(portfolio, outcome).list());
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
        List<Finding> findings = new ArrayList<>(matches.size());
        for (List<Reported> same : matches.values()) {
            findings.add(finding(diagnostics.get(same.get(0).diagnostic()), same));
        }
        findings.sort(BY_DIAGNOSTIC_AND_SUBJECT);
        return findings;
    }

    private Finding finding(Diagnostic diagnostic, List<Reported> matches) {
        Set<Evidence> evidence = new TreeSet<>(BY_PLACE);
        Map<String, Threshold> thresholds = new TreeMap<>();
        Set<Figure> figures = new LinkedHashSet<>();
        boolean assumed = false;
        List<String> statements = new ArrayList<>(matches.size());
        Reported worst = matches.get(0);
        for (Reported match : matches) {
            collect(List.of(match.evidence()), evidence, figures);
            match.thresholds().forEach(threshold -> thresholds.put(threshold.name(), threshold));
            assumed |= match.assumed();
            boolean worse = match.severity().compareTo(worst.severity()) < 0;
            boolean firstByName =
                    match.severity() == worst.severity() && match.rule().compareTo(worst.rule()) < 0;
            worst = worse || firstByName ? match : worst;
        }
        for (Reported match : matches) {
            if (match.rule().equals(worst.rule())) {
                statements.add(match.statement().render(match.values(), asOf, names));
            }
        }
        List<Figure> sorted = new ArrayList<>(figures);
        sorted.sort(Comparator.comparing(Figure::name).thenComparing(Figure::value));
        return new Finding(
                diagnostic.id() + ":" + worst.subject().id(),
                diagnostic.id(),
                diagnostic.slug(),
                worst.severity(),
                worst.subject(),
                String.join(" ", statements.stream().distinct().sorted().toList()),
                worst.rule(),
                diagnostic.section(),
                List.copyOf(evidence),
                List.copyOf(thresholds.values()),
                sorted,
                assumed);
    }

    private static void collect(Iterable<?> given, Set<Evidence> evidence, Set<Figure> figures) {
        for (Object one : given) {
            if (one instanceof Cell cell) {
                evidence.add(Evidence.of(cell));
            } else if (one instanceof Derived derived) {
                derived.cells().forEach(cell -> evidence.add(Evidence.of(cell)));
                figures.addAll(derived.figures());
            } else if (one instanceof NoRow none) {
                evidence.add(new Evidence(none.table(), "row", null, null, null, null));
            } else if (one instanceof Fact fact) {
                evidence.add(Evidence.of(
                        fact.cell(fact.factKind().attributes().get(0).name())));
            } else if (one instanceof Figure figure) {
                figures.add(figure);
            } else if (one instanceof Iterable<?> many) {
                collect(many, evidence, figures);
            } else {
                throw new IllegalStateException("no evidence: " + one.getClass().getName());
            }
        }
    }

    private List<NotJudged> notJudged() {
        Map<String, Map<List<String>, Integer>> counts = new HashMap<>();
        for (Unjudged one : outcome.unjudged) {
            Map<List<String>, Integer> of = counts.computeIfAbsent(one.diagnostic(), key -> new HashMap<>());
            one.gaps().subjects().forEach((missing, n) -> of.merge(missing, n, Integer::sum));
        }
        List<NotJudged> all = new ArrayList<>();
        counts.forEach((diagnostic, of) -> of.forEach((missing, n) ->
                all.add(new NotJudged(diagnostic, missing, n, Reasons.notJudged(portfolio, missing, n)))));
        all.sort(Comparator.comparing(NotJudged::diagnostic, Gathered::compareIds)
                .thenComparing(one -> String.join(",", one.missing())));
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
                .map(said -> new StateLine(said.order(), said.name(), said.text()))
                .sorted(Comparator.comparing(StateLine::order).thenComparing(StateLine::text))
                .toList();
    }
}
