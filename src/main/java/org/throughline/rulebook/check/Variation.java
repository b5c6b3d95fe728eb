package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Call;
import org.throughline.rulebook.check.Expr.In;
import org.throughline.rulebook.check.Expr.Not;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;

/**
 * A rule with one condition changed.
 *
 * @param rule as it is written
 * @param variant the same with the change
 * @param from where what is changed stands in the file
 * @param was what is changed, as it is written
 * @param change what is done to it, in words: {@code with <= instead of <}
 */
record Variation(ReadRule rule, ReadRule variant, int from, String was, String change) {

    /** All single changes of a rule's conditions. What only looks up a threshold or the as-of day is left as it is. */
    static List<Variation> of(ReadRule rule) {
        List<Variation> all = new ArrayList<>();
        clause(rule, rule.conditions(), whole -> whole, all);
        return all;
    }

    private static void clause(ReadRule rule, Clause clause, UnaryOperator<Clause> put, List<Variation> all) {
        if (clause instanceof Clause.Match it) {
            pattern(rule, it.pattern(), other -> put.apply(new Clause.Match(other)), all);
        } else if (clause instanceof Clause.Summary it) {
            clause(rule, it.gathered(), in -> put.apply(new Clause.Summary(in, it.functions(), it.result())), all);
            pattern(
                    rule,
                    it.result(),
                    other -> put.apply(new Clause.Summary(it.gathered(), it.functions(), other)),
                    all);
        } else if (clause instanceof Clause.Absent it) {
            add(rule, clause, put.apply(new Clause.Present(it.of())), "with exists instead of not", all);
            add(rule, clause, put.apply(new Clause.All(List.of())), "without it", all);
            clause(rule, it.of(), in -> put.apply(new Clause.Absent(in)), all);
        } else if (clause instanceof Clause.Present it) {
            add(rule, clause, put.apply(new Clause.Absent(it.of())), "with not instead of exists", all);
            add(rule, clause, put.apply(new Clause.All(List.of())), "without it", all);
            clause(rule, it.of(), in -> put.apply(new Clause.Present(in)), all);
        } else {
            parts(rule, clause, put, all);
        }
    }

    private static void parts(ReadRule rule, Clause clause, UnaryOperator<Clause> put, List<Variation> all) {
        boolean any = clause instanceof Clause.Any;
        List<Clause> parts = clause.below();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            UnaryOperator<Clause> here = part -> {
                List<Clause> others = new ArrayList<>(parts);
                others.set(at, part);
                return put.apply(any ? new Clause.Any(others) : new Clause.All(others));
            };
            if (any) {
                List<Clause> others = new ArrayList<>(parts);
                others.remove(at);
                add(rule, parts.get(i), put.apply(new Clause.Any(others)), "without this alternative", all);
            }
            clause(rule, parts.get(i), here, all);
        }
    }

    private static void pattern(
            ReadRule rule,
            ReadPattern pattern,
            java.util.function.Function<ReadPattern, Clause> put,
            List<Variation> all) {
        if (pattern.type() == Threshold.class || pattern.type() == AsOf.class) {
            return;
        }
        for (int i = 0; i < pattern.conditions().size(); i++) {
            int at = i;
            ReadCondition condition = pattern.conditions().get(i);
            if (condition.isTest()) {
                expr(rule, condition.expr(), other -> put.apply(with(pattern, at, condition.binding(), other)), all);
                if (condition.binding() == null) {
                    add(rule, condition.expr(), put.apply(with(pattern, at, null, null)), "without it", all);
                }
            }
        }
    }

    private static ReadPattern with(
            ReadPattern it,
            int at,
            @org.jspecify.annotations.Nullable String binding,
            @org.jspecify.annotations.Nullable Expr expr) {
        List<ReadCondition> conditions = new ArrayList<>(it.conditions());
        if (expr == null) {
            conditions.remove(at);
        } else {
            conditions.set(at, new ReadCondition(binding, expr));
        }
        return new ReadPattern(
                it.typeName(),
                it.type(),
                it.binding(),
                conditions,
                it.role(),
                it.part(),
                it.source(),
                it.from(),
                it.to());
    }

    private static void expr(
            ReadRule rule, Expr expr, java.util.function.Function<Expr, Clause> put, List<Variation> all) {
        if (expr instanceof Binary it) {
            binary(rule, it, put, all);
        } else if (expr instanceof In it) {
            String word = it.negated() ? "with in instead of not in" : "with not in instead of in";
            add(rule, it, put.apply(new In(it.from(), it.to(), it.left(), !it.negated(), it.choices())), word, all);
            for (int i = 0; i < it.choices().size() && it.choices().size() > 1; i++) {
                List<Expr> fewer = new ArrayList<>(it.choices());
                Expr gone = fewer.remove(i);
                Clause with = put.apply(new In(it.from(), it.to(), it.left(), it.negated(), fewer));
                add(rule, it, with, "without " + text(rule, gone), all);
            }
        } else if (expr instanceof Not it) {
            add(rule, it, put.apply(it.of()), "without the !", all);
        } else if (expr instanceof Call it) {
            add(rule, it, put.apply(new Not(it.from(), it.to(), it)), "with a ! before it", all);
        }
    }

    private static void binary(
            ReadRule rule, Binary it, java.util.function.Function<Expr, Clause> put, List<Variation> all) {
        for (String other : others(it.operator())) {
            Binary with = new Binary(it.from(), it.to(), it.left(), other, it.at(), it.right());
            add(rule, it, put.apply(with), "with " + other + " instead of " + it.operator(), all);
        }
        if (it.operator().equals("&&") || it.operator().equals("||")) {
            expr(
                    rule,
                    it.left(),
                    in -> put.apply(new Binary(it.from(), it.to(), in, it.operator(), it.at(), it.right())),
                    all);
            expr(
                    rule,
                    it.right(),
                    in -> put.apply(new Binary(it.from(), it.to(), it.left(), it.operator(), it.at(), in)),
                    all);
        }
    }

    private static List<String> others(String operator) {
        return switch (operator) {
            case "<" -> List.of("<=", ">=");
            case "<=" -> List.of("<", ">");
            case ">" -> List.of(">=", "<=");
            case ">=" -> List.of(">", "<");
            case "==" -> List.of("!=");
            case "!=" -> List.of("==");
            case "&&" -> List.of("||");
            case "||" -> List.of("&&");
            default -> List.of();
        };
    }

    private static void add(ReadRule rule, Expr what, Clause now, String change, List<Variation> all) {
        all.add(new Variation(rule, with(rule, now), what.from(), text(rule, what), change));
    }

    private static void add(ReadRule rule, Clause what, Clause now, String change, List<Variation> all) {
        String word = what instanceof Clause.Absent ? "not " : what instanceof Clause.Present ? "exists " : "";
        String text = rule.source().text().substring(what.from(), Math.max(what.from(), what.to()));
        all.add(new Variation(rule, with(rule, now), what.from(), word + clean(text), change));
    }

    private static ReadRule with(ReadRule it, Clause conditions) {
        return new ReadRule(
                it.name(),
                it.source(),
                it.from(),
                it.to(),
                it.said(),
                conditions,
                it.patterns(),
                it.consequence(),
                it.makes(),
                it.sound());
    }

    static String text(ReadRule rule, Expr expr) {
        return clean(rule.source().text().substring(expr.from(), expr.to()));
    }

    static String clean(String text) {
        return text.replaceAll("//[^\\n]*", "").replaceAll("\\s+", " ").strip();
    }
}
