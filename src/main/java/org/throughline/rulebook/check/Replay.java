package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Subject;
import org.throughline.rulebook.RuleFiles;

/**
 * Goes through a rule's conditions one by one, over everything that a session knew after its rules fired, and says which was the first
 * that failed about a subject.
 */
public final class Replay {

    private static final int DEEPEST = 2;

    private final List<ReadRule> rules = new ArrayList<>();

    public Replay(RuleFiles files) {
        files.rules()
                .texts()
                .forEach(
                        (file, text) -> rules.addAll(FileReader.read(file, text).rules()));
    }

    /**
     * The rules that report a diagnostic, or the one rule of that name; the one that came furthest first.
     *
     * @param local all facts, given and derived, that rules about one workflow knew
     * @param across those that rules across the organisation knew
     */
    public List<Reasoning> of(String diagnosticOrRule, Subject subject, List<?> local, List<?> across) {
        FactIndex here = new FactIndex(local);
        FactIndex everywhere = new FactIndex(across);
        return rules.stream()
                .filter(rule -> rule.name().equals(diagnosticOrRule)
                        || rule.value("diagnostic").equals(diagnosticOrRule) && reports(rule))
                .map(rule -> replay(
                        rule,
                        subjectOf(rule),
                        subject,
                        rule.value("scope").equals("organisation") ? everywhere : here,
                        0))
                .sorted(Comparator.comparing(Reasoning::fires)
                        .thenComparing(Reasoning::holding)
                        .reversed())
                .toList();
    }

    private static boolean reports(ReadRule rule) {
        return rule.consequence().stream().anyMatch(it -> reporting(it) != null);
    }

    private static Expr.@Nullable Call reporting(Expr statement) {
        return statement instanceof Expr.Call it && it.name().startsWith("report") ? it : null;
    }

    /** What it reports about, or null: the organisation, or a rule that derives. */
    private static @Nullable Expr subjectOf(ReadRule rule) {
        return rule.consequence().stream()
                .map(Replay::reporting)
                .filter(it -> it != null
                        && it.name().equals("report")
                        && it.arguments().size() > 1)
                .map(it -> it.arguments().get(1))
                .findFirst()
                .orElse(null);
    }

    private Reasoning replay(ReadRule rule, @Nullable Expr about, Subject subject, FactIndex memory, int depth) {
        Predicate<@Nullable Object> isSubject =
                value -> value instanceof Fact fact && Subject.of(fact).key().equals(subject.key());
        boolean derives = about == null && !reports(rule);
        return new Conditioning(rule, about, derives, isSubject, memory, type -> makers(type, subject, memory, depth))
                .reasoning();
    }

    /** How far those rules came that derive such a fact about the subject. */
    private List<Reasoning> makers(Class<?> type, Subject subject, FactIndex memory, int depth) {
        if (depth >= DEEPEST) {
            return List.of();
        }
        return rules.stream()
                .filter(rule -> rule.makes().contains(type))
                .map(rule -> replay(rule, null, subject, memory, depth + 1))
                .toList();
    }
}
