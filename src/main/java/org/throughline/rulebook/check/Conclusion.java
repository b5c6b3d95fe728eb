package org.throughline.rulebook.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.derived.Gaps;
import org.throughline.facts.derived.Missing;
import org.throughline.findings.Subject;

/** What a rule concludes from one match, as far as anybody would notice. Equal ones are one. */
sealed interface Conclusion {

    record Derived(Object fact) implements Conclusion {}

    /** @param subject its key, as {@code use_case:uc-1} */
    record Found(String diagnostic, String severity, String subject) implements Conclusion {}

    record Unjudged(String diagnostic, Set<String> missing) implements Conclusion {}

    /** A line on where the organisation stands, with the figures in it. */
    record Told(List<Object> figures) implements Conclusion {}

    /** What the rule concludes where these are bound. */
    static List<Conclusion> of(ReadRule rule, Map<String, Object> bound) {
        Values values = new Values(null, bound);
        return rule.consequence().stream()
                .map(Expr.Call.class::cast)
                .map(call -> of(rule, call, values, bound))
                .filter(it -> it != null)
                .toList();
    }

    private static @Nullable Conclusion of(ReadRule rule, Expr.Call call, Values values, Map<String, Object> bound) {
        switch (call.name()) {
            case "insertLogical":
                return new Derived(values.of(call.arguments().get(0)));
            case "report":
                Fact subject = (Fact) values.of(call.arguments().get(1));
                return found(rule, Subject.of(subject).key());
            case "reportOrganisation":
                return found(rule, Subject.ORGANISATION.key());
            case "cannotJudge":
                return unjudged(
                        rule.value("diagnostic"), values.of(call.arguments().get(1)));
            default:
                return new Told(List.of(
                        rule.name(),
                        Statements.variables(rule.value("statement")).stream()
                                .map(it -> String.valueOf(bound.get(it)))
                                .toList()));
        }
    }

    private static Conclusion found(ReadRule rule, String subject) {
        return new Found(rule.value("diagnostic"), rule.value("severity"), subject);
    }

    private static @Nullable Conclusion unjudged(String diagnostic, @Nullable Object given) {
        Set<String> names = given instanceof Gaps gaps
                ? gaps.missing().values().stream().flatMap(List::stream).collect(java.util.stream.Collectors.toSet())
                : Set.copyOf(((Missing) given).names());
        return names.isEmpty() ? null : new Unjudged(diagnostic, names);
    }
}
