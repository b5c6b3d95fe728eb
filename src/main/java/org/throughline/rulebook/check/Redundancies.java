package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.throughline.findings.Severity;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Rules that another makes needless: it says the same, and asks no more. */
final class Redundancies {

    private record Shape(
            ReadRule rule,
            String says,
            List<ReadPattern> patterns,
            UnaryOperator<String> names,
            Map<String, BigDecimal> values) {}

    private Redundancies() {}

    static void check(List<ReadRule> rules, Map<String, Flaws> flaws, Map<String, BigDecimal> thresholds) {
        Map<String, List<Shape>> byWords = rules.stream()
                .filter(ReadRule::sound)
                .map(rule -> shape(rule, thresholds))
                .collect(Collectors.groupingBy(Shape::says));
        byWords.values()
                .forEach(alike -> alike.forEach(one ->
                        needless(one, alike, flaws.get(one.rule().source().file()))));
    }

    private static Shape shape(ReadRule rule, Map<String, BigDecimal> thresholds) {
        UnaryOperator<String> names = names(rule);
        String says =
                rule.consequence().stream().map(it -> Plain.text(it, names)).collect(Collectors.joining("; "));
        String scope = rule.value("diagnostic") + " " + rule.value("scope") + " ";
        return new Shape(rule, scope + says, rule.patterns(), names, Sense.values(rule, thresholds));
    }

    /** Variables by what they are bound to, so that two rules can be compared whatever they call them. */
    private static UnaryOperator<String> names(ReadRule rule) {
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (ReadPattern pattern : rule.patterns()) {
            String place = pattern.typeName() + count.merge(pattern.role() + pattern.typeName(), 1, Integer::sum);
            if (pattern.binding() != null) {
                names.put(pattern.binding(), "$" + place);
            }
            for (ReadCondition condition : pattern.conditions()) {
                if (condition.binding() != null) {
                    Expr bound = condition.expr() instanceof Expr.Binary it ? it.left() : condition.expr();
                    names.put(condition.binding(), "$" + place + "." + Plain.text(bound));
                }
            }
        }
        return name -> names.getOrDefault(name, name);
    }

    private static void needless(Shape one, List<Shape> alike, Flaws flaws) {
        for (Shape other : alike) {
            boolean same =
                    other != one && covers(other, one) && (!covers(one, other) || isBefore(other.rule(), one.rule()));
            if (same && severity(other.rule()).compareTo(severity(one.rule())) <= 0) {
                flaws.in(one.rule().name());
                int end = one.rule().source().text().indexOf('\n', one.rule().from());
                flaws.warning(
                        one.rule().from(),
                        end,
                        "the rule is needless: \"" + other.rule().name() + "\" ("
                                + other.rule().source().file() + ", line "
                                + other.rule().source().line(other.rule().from()) + ") says the same, and asks no more",
                        "Delete one of the two, or mend the condition by which they should differ.");
                return;
            }
        }
    }

    private static Severity severity(ReadRule rule) {
        try {
            return Severity.of(rule.value("severity"));
        } catch (IllegalArgumentException e) {
            return Severity.LOW;
        }
    }

    private static boolean isBefore(ReadRule one, ReadRule other) {
        int byFile = one.source().file().compareTo(other.source().file());
        return byFile != 0 ? byFile < 0 : one.from() < other.from();
    }

    /** Whether the one fires wherever the other does: each of its patterns is met by one of the other's, in order. */
    private static boolean covers(Shape one, Shape other) {
        List<ReadPattern> left = new ArrayList<>(other.patterns());
        for (ReadPattern wanted : one.patterns()) {
            ReadPattern met = left.stream()
                    .filter(it -> meets(it, other, wanted, one))
                    .findFirst()
                    .orElse(null);
            if (met == null) {
                return false;
            }
            left.remove(met);
        }
        return left.stream().allMatch(it -> it.part() == 0);
    }

    private static boolean meets(ReadPattern given, Shape of, ReadPattern wanted, Shape in) {
        if (given.role() != wanted.role()
                || given.type() != wanted.type()
                || !given.typeName().equals(wanted.typeName())) {
            return false;
        }
        boolean exact = given.role() == Role.GATHERED || given.role() == Role.SUMMARY || given.role() == Role.FROM;
        boolean forth = implies(given, of, wanted, in);
        boolean back = implies(wanted, in, given, of);
        return exact ? forth && back : given.role() == Role.NOT ? back : forth;
    }

    private static boolean implies(ReadPattern given, Shape of, ReadPattern wanted, Shape in) {
        Set<String> has = texts(given, of);
        Map<String, Range> limits = Range.of(Sense.tests(given), of.values());
        Map<String, Range> asked = Range.of(
                Sense.tests(wanted).stream()
                        .filter(it -> !has.contains(Plain.text(it, in.names())))
                        .toList(),
                in.values());
        boolean rest = Sense.tests(wanted).stream()
                .filter(it -> Range.field(it) == null)
                .allMatch(it -> has.contains(Plain.text(it, in.names())));
        return rest
                && asked.entrySet().stream()
                        .allMatch(it -> limits.containsKey(it.getKey())
                                && limits.get(it.getKey()).implies(it.getValue()));
    }

    private static Set<String> texts(ReadPattern pattern, Shape of) {
        return Sense.tests(pattern).stream()
                .map(it -> Plain.text(it, of.names()))
                .collect(Collectors.toSet());
    }
}
