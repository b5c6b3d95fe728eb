package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.facts.Fact;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Known;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Call;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Rules that can never fire, or always do. */
final class Sense {

    private static final Set<String> STATES = Set.of("known", "absent", "unknown");

    private final ReadRule rule;
    private final Flaws flaws;
    private final Map<String, BigDecimal> values;

    private Sense(ReadRule rule, Flaws flaws, Map<String, BigDecimal> thresholds) {
        this.rule = rule;
        this.flaws = flaws;
        this.values = values(rule, thresholds);
    }

    static void check(ReadRule rule, Flaws flaws, Map<String, BigDecimal> thresholds) {
        flaws.in(rule.name());
        Sense sense = new Sense(rule, flaws, thresholds);
        rule.patterns().forEach(sense::pattern);
        sense.denied();
        sense.always();
    }

    /** Variables that are bound to the value of a threshold. */
    static Map<String, BigDecimal> values(ReadRule rule, Map<String, BigDecimal> thresholds) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (ReadPattern pattern : rule.patterns()) {
            if (pattern.type() == Threshold.class) {
                BigDecimal value = pattern.conditions().stream()
                        .map(it -> it.expr() instanceof Binary test && test.right() instanceof Expr.Text name
                                ? thresholds.get(name.value())
                                : null)
                        .filter(it -> it != null)
                        .findFirst()
                        .orElse(null);
                for (ReadCondition condition : pattern.conditions()) {
                    boolean plain = condition.expr() instanceof Expr.Name name
                            && Set.of("value", "whole").contains(name.name());
                    if (condition.binding() != null && plain && value != null) {
                        values.put(condition.binding(), value);
                    }
                }
            }
        }
        return values;
    }

    /** The conditions that all have to hold. */
    static List<Expr> tests(ReadPattern pattern) {
        return pattern.conditions().stream()
                .filter(ReadCondition::isTest)
                .flatMap(it -> it.expr().conjuncts())
                .toList();
    }

    private void pattern(ReadPattern pattern) {
        List<Expr> tests = tests(pattern);
        Range.of(tests, values).forEach((field, limits) -> {
            List<Expr> against = limits.contradiction();
            if (!against.isEmpty()) {
                String all = against.stream().map(this::written).collect(Collectors.joining(" and "));
                flaws.error(
                        against.get(against.size() - 1),
                        never(pattern) + ": nothing is both " + all + known(against),
                        "Correct one of these conditions, or write two rules.");
            }
        });
        states(pattern, tests);
        tests.forEach(this::same);
        new Domains(flaws, values).check(pattern);
        tests.stream().flatMap(Expr::all).forEach(this::number);
    }

    /** Values of the thresholds that the conditions compare with. */
    private String known(List<Expr> against) {
        String all = against.stream()
                .flatMap(Expr::variables)
                .distinct()
                .filter(values::containsKey)
                .map(it -> it + " is " + values.get(it).toPlainString())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    /** What it means that nothing is like a pattern. */
    static String never(ReadPattern pattern) {
        return switch (pattern.role()) {
            case NOT -> "this \"not\" always holds";
            case GATHERED -> "this gathers nothing";
            default -> "the rule can never fire";
        };
    }

    private String written(Expr expr) {
        return rule.source().text().substring(expr.from(), expr.to()).replaceAll("\\s+", " ");
    }

    /** A column is known, absent or unknown, and only one of these. */
    private void states(ReadPattern pattern, List<Expr> tests) {
        Map<String, Call> seen = new HashMap<>();
        for (Expr test : tests) {
            if (test instanceof Call it
                    && STATES.contains(it.name())
                    && it.arguments().size() == 1) {
                String column = (it.of() == null ? "" : Plain.text(it.of()) + ".")
                        + Plain.text(it.arguments().get(0));
                Call other = seen.putIfAbsent(column, it);
                if (other != null && !other.name().equals(it.name())) {
                    flaws.error(
                            it,
                            never(pattern) + ": " + column + " cannot be " + other.name() + " and " + it.name(),
                            "Delete one of them, or write ||.");
                }
            }
        }
    }

    private void same(Expr test) {
        if (test instanceof Binary it && Plain.text(it.left()).equals(Plain.text(it.right()))) {
            flaws.error(it, "both sides are the same", "Compare with something else.");
        } else if (test instanceof Expr.Flag
                || test instanceof Binary it && isConstant(it.left()) && isConstant(it.right())) {
            flaws.error(
                    test,
                    "this says nothing about the fact: it always has the same answer",
                    "Delete it, or name a field.");
        }
    }

    private void number(Expr expr) {
        if (expr instanceof Expr.Amount it && it.value().compareTo(BigDecimal.ONE) > 0) {
            flaws.warning(
                    it,
                    "a number in a rule: nobody can change it without changing the rule",
                    "Put it into thresholds.csv, with its unit and reason, and compare with Threshold( name =="
                            + " \"...\", $limit : value ).");
        }
    }

    private static boolean isConstant(Expr expr) {
        return expr instanceof Expr.Amount || expr instanceof Expr.Text || expr instanceof Expr.Flag;
    }

    /** {@code X( a )} with {@code not X( a )}. */
    private void denied() {
        for (ReadPattern not : rule.patterns()) {
            if (not.role() == Role.NOT && not.type() != AsOf.class && alone(not)) {
                rule.patterns().stream()
                        .filter(it -> it.role() == Role.PLAIN || it.role() == Role.EXISTS)
                        .filter(it -> it.type() == not.type()
                                && it.from() < not.from()
                                && holds(it).containsAll(holds(not)))
                        .findFirst()
                        .ifPresent(it -> flaws.error(
                                not.from(),
                                not.from() + not.typeName().length(),
                                "the rule can never fire: it asks for this " + not.typeName() + ", and for none such",
                                "Delete one of the two, or say how they differ."));
            }
        }
    }

    private boolean alone(ReadPattern not) {
        return rule.patterns().stream().filter(it -> it.part() == not.part()).count() == 1;
    }

    private static Set<String> holds(ReadPattern pattern) {
        return tests(pattern).stream().map(Plain::text).collect(Collectors.toSet());
    }

    /** Nothing but the fact's existence is asked. */
    private void always() {
        boolean reports = rule.consequence().stream()
                .anyMatch(it -> it instanceof Call call && call.name().equals("report"));
        List<ReadPattern> many = new ArrayList<>(rule.patterns());
        many.removeIf(it -> it.type() == AsOf.class
                || it.type() == Threshold.class
                || it.type() == Known.class && it.role() == Role.PLAIN);
        boolean asks = many.stream()
                .anyMatch(it -> it.role() != Role.PLAIN || !tests(it).isEmpty());
        if (reports
                && !asks
                && many.size() == 1
                && Fact.class.isAssignableFrom(many.get(0).type())) {
            flaws.warning(
                    many.get(0).from(),
                    many.get(0).from() + many.get(0).typeName().length(),
                    "every " + many.get(0).typeName() + " is reported: there is no condition on it",
                    "Say which of them.");
        }
    }
}
