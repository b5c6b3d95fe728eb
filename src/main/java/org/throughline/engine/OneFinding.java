package org.throughline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Figure;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Derived;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Threshold;

/** Makes one finding of all matches of a diagnostic about a subject: the evidence of all, the words of the worst. */
final class OneFinding {

    private static final Comparator<Evidence> BY_PLACE = Comparator.comparing(
                    Evidence::file, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Evidence::row, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Evidence::fact, Texts.BY_CODE_POINT)
            .thenComparing(Evidence::attribute);

    private static final Comparator<Figure> BY_NAME =
            Comparator.comparing(Figure::name).thenComparing(Figure::value);

    private static final Comparator<Reported> WORST_FIRST =
            Comparator.comparing(Reported::severity).thenComparing(Reported::rule);

    private final AsOf asOf;
    private final Function<String, String> names;

    OneFinding(AsOf asOf, Function<String, String> names) {
        this.asOf = asOf;
        this.names = names;
    }

    Finding of(Diagnostic diagnostic, List<Reported> matches) {
        Reported worst = matches.stream().min(WORST_FIRST).orElseThrow();
        Set<Evidence> evidence = new TreeSet<>(BY_PLACE);
        Set<Figure> figures = new LinkedHashSet<>();
        Map<String, Threshold> thresholds = new TreeMap<>();
        for (Reported match : matches) {
            collect(List.of(match.evidence()), evidence, figures);
            match.thresholds().forEach(threshold -> thresholds.put(threshold.name(), threshold));
        }
        List<Figure> sorted = new ArrayList<>(figures);
        sorted.sort(BY_NAME);
        return new Finding(
                diagnostic.id() + ":" + worst.subject().id(),
                diagnostic.id(),
                diagnostic.slug(),
                worst.severity(),
                worst.subject(),
                statement(worst, matches),
                worst.rule(),
                diagnostic.section(),
                List.copyOf(evidence),
                List.copyOf(thresholds.values()),
                sorted,
                isAssumed(worst, matches));
    }

    /** What every match of the worst rule says; the other rules would only say it again. */
    private String statement(Reported worst, List<Reported> matches) {
        Set<String> said = new TreeSet<>();
        for (Reported match : matches) {
            if (match.rule().equals(worst.rule())) {
                said.add(match.statement().render(match.values(), asOf, names));
            }
        }
        return String.join(" ", said);
    }

    /** Only if nothing known alone supports it with the same severity. */
    private static boolean isAssumed(Reported worst, List<Reported> matches) {
        return matches.stream()
                .filter(match -> match.severity() == worst.severity())
                .allMatch(Reported::assumed);
    }

    /** Sorts evidence, as rules give it, by what it is. */
    static void collect(Iterable<?> given, Set<Evidence> evidence, Set<Figure> figures) {
        for (Object one : given) {
            if (one instanceof Iterable<?> many) {
                collect(many, evidence, figures);
            } else if (one instanceof Figure figure) {
                figures.add(figure);
            } else {
                if (one instanceof Derived derived) {
                    figures.addAll(derived.figures());
                }
                evidence.addAll(evidence(one));
            }
        }
    }

    private static List<Evidence> evidence(Object one) {
        if (one instanceof Evidence known) {
            return List.of(known);
        }
        if (one instanceof Cell cell) {
            return List.of(Evidence.of(cell));
        }
        if (one instanceof Derived derived) {
            return derived.cells().stream().map(Evidence::of).toList();
        }
        if (one instanceof NoRow none) {
            return List.of(new Evidence(none.table(), "row", null, null, null, null));
        }
        if (one instanceof Fact fact) {
            return List.of(
                    Evidence.of(fact.cell(fact.factKind().attributes().get(0).name())));
        }
        throw new IllegalArgumentException(one.getClass().getSimpleName() + " is no evidence: give a cell, a fact,"
                + " something derived, or findings.none(\"file\")");
    }
}
