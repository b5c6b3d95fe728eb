package org.throughline.rulebook.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Fact;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Derived facts that rest on themselves: such rules would go on deriving for ever. */
final class Circles {

    private final List<ReadRule> rules;

    private Circles(List<ReadRule> rules) {
        this.rules = rules;
    }

    static void check(List<ReadRule> rules, Map<String, Flaws> flaws) {
        Circles circles = new Circles(rules);
        for (ReadRule rule : rules) {
            for (Class<?> made : rule.makes()) {
                circles.check(rule, made, flaws.get(rule.source().file()));
            }
        }
    }

    private void check(ReadRule rule, Class<?> made, Flaws flaws) {
        if (endsWithTheRows(rule)) {
            return;
        }
        Set<Class<?>> above = above(made);
        for (ReadPattern pattern : rule.patterns()) {
            Class<?> read = pattern.role() == Role.FROM ? null : pattern.type();
            if (read != null && above.stream().anyMatch(read::isAssignableFrom)) {
                flaws.in(rule.name());
                Expr at = rule.consequence().get(0);
                String how = read.isAssignableFrom(made)
                        ? "it derives " + made.getSimpleName() + " from " + pattern.typeName() + " itself"
                        : "it derives " + made.getSimpleName() + " from " + pattern.typeName() + ", which rests on "
                                + made.getSimpleName();
                flaws.error(
                        at,
                        how + ": that would go on for ever",
                        "Derive a fact of another kind, or leave out the condition " + pattern.typeName() + "( ... ).");
                return;
            }
        }
    }

    /** A circle that takes up a row of the inventory at every turn: what is within a team is within the team above. */
    private static boolean endsWithTheRows(ReadRule rule) {
        return rule.patterns().stream()
                .anyMatch(it -> it.role() == Role.PLAIN && it.type() != null && Fact.class.isAssignableFrom(it.type()));
    }

    /** It, and all that is derived from it. */
    private Set<Class<?>> above(Class<?> made) {
        Set<Class<?>> found = new HashSet<>(Set.of(made));
        Deque<Class<?>> next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            Class<?> type = next.pop();
            for (ReadRule rule : rules) {
                boolean reads = rule.patterns().stream()
                        .anyMatch(it -> it.role() != Role.FROM
                                && it.type() != null
                                && it.type().isAssignableFrom(type));
                if (reads) {
                    rule.makes().stream().filter(found::add).forEach(next::push);
                }
            }
        }
        return found;
    }
}
