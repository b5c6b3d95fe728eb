package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Covered;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;

/** The conditions of a rule, with how often they were seen to hold or not. */
final class Coverage {

    private Coverage() {}

    /** In the order of the text; what only looks up a threshold or the as-of day is no condition that could fail. */
    static Stream<Covered> of(ReadRule rule, List<Seen> seen) {
        List<Covered> all = new ArrayList<>();
        add(rule, rule.conditions(), seen, all);
        return all.stream();
    }

    private static void add(ReadRule rule, Clause clause, List<Seen> seen, List<Covered> all) {
        if (clause instanceof Clause.Absent || clause instanceof Clause.Present) {
            String text = rule.source().text().substring(clause.from(), Math.max(clause.from(), clause.to()));
            String word = clause instanceof Clause.Absent ? "not " : "exists ";
            all.add(covered(rule, clause.from(), word + Variation.clean(text), seen, it -> it.of(clause)));
        }
        clause.below().forEach(part -> add(rule, part, seen, all));
        if (clause instanceof Clause.Match it) {
            add(rule, it.pattern(), seen, all);
        } else if (clause instanceof Clause.Summary it) {
            add(rule, it.result(), seen, all);
        }
    }

    private static void add(ReadRule rule, ReadPattern pattern, List<Seen> seen, List<Covered> all) {
        if (pattern.type() == Threshold.class || pattern.type() == AsOf.class) {
            return;
        }
        for (ReadCondition each : pattern.conditions()) {
            if (each.isTest()) {
                Expr expr = each.expr();
                all.add(covered(rule, expr.from(), Variation.text(rule, expr), seen, it -> it.of(expr)));
            }
        }
    }

    private static Covered covered(
            ReadRule rule, int from, String text, List<Seen> seen, Function<Seen, Seen.Times> times) {
        int holds = 0;
        int fails = 0;
        int unknown = 0;
        for (Seen each : seen) {
            Seen.Times here = times.apply(each);
            holds += here.holds;
            fails += here.fails;
            unknown += here.unknown;
        }
        return new Covered(rule.source().file(), rule.source().line(from), rule.name(), text, holds, fails, unknown);
    }
}
