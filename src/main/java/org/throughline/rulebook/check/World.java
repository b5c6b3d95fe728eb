package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.Conclusion.Derived;

/**
 * What rules conclude from the facts of one session, as it stood when all of them had fired; and what they would conclude if one of them
 * were another.
 */
final class World {

    private final List<ReadRule> rules;
    private final Strata strata;
    private final FactIndex facts;
    private final Map<ReadRule, Set<Conclusion>> conclusions = new HashMap<>();

    /** @param rules those that fire here */
    World(List<ReadRule> rules, Strata strata, Collection<?> facts) {
        this.rules = rules;
        this.strata = strata;
        this.facts = new FactIndex(facts);
        rules.forEach(rule -> conclusions.put(rule, concluded(rule, this.facts)));
    }

    FactIndex facts() {
        return facts;
    }

    /** What a rule concludes from them; nothing of one that does not fire here. */
    Set<Conclusion> of(ReadRule rule) {
        return conclusions.getOrDefault(rule, Set.of());
    }

    /** Every condition tried once more on all of it, with somebody looking. */
    Seen seen() {
        Seen seen = new Seen();
        for (ReadRule rule : rules) {
            new Matching(facts, seen).of(rule.conditions(), Map.of());
        }
        return seen;
    }

    boolean has(ReadRule rule) {
        return conclusions.containsKey(rule);
    }

    /** @throws Values.Unclear if that cannot be told */
    static Set<Conclusion> concluded(ReadRule rule, FactIndex facts) {
        Set<Conclusion> all = new LinkedHashSet<>();
        new Matching(facts, Seen.NOBODY)
                .of(rule.conditions(), Map.of())
                .forEach(bound -> all.addAll(Conclusion.of(rule, bound)));
        return all;
    }

    /**
     * What would be concluded otherwise.
     *
     * @param variant the rule to be put in its place, or null for none
     * @param given types of which other facts are given than before, with those
     * @return by rule, only where it is something else
     */
    Map<ReadRule, Set<Conclusion>> otherwise(
            ReadRule rule, @Nullable ReadRule variant, Map<Class<?>, Collection<?>> given) {
        Map<ReadRule, Set<Conclusion>> other = new HashMap<>();
        if (given.isEmpty() && variant != null && concluded(variant, facts).equals(of(rule))) {
            return other;
        }
        Set<Class<?>> changed = new HashSet<>(given.keySet());
        FactIndex now = facts;
        for (Map.Entry<Class<?>, Collection<?>> each : given.entrySet()) {
            now = now.with(each.getKey(), each.getValue());
        }
        for (List<ReadRule> group : strata.groups()) {
            List<ReadRule> here = group.stream().filter(this::has).toList();
            boolean touched = here.stream()
                    .anyMatch(it -> variant != null && it == rule
                            || strata.reads(it).stream().anyMatch(changed::contains));
            if (touched) {
                now = again(here, rule, variant, now, other, changed);
            }
        }
        return other;
    }

    private FactIndex again(
            List<ReadRule> group,
            ReadRule rule,
            @Nullable ReadRule variant,
            FactIndex before,
            Map<ReadRule, Set<Conclusion>> other,
            Set<Class<?>> changed) {
        FactIndex now = before;
        boolean circle = group.size() > 1
                || strata.reads(group.get(0)).stream().anyMatch(group.get(0).makes()::contains);
        if (circle) {
            for (Class<?> type : made(group)) { // from the ground up
                now = now.with(type, without(now, type, group, other));
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (ReadRule each : group) {
                Set<Conclusion> concluded = concluded(each == rule && variant != null ? variant : each, now);
                boolean differs = !concluded.equals(other.containsKey(each) ? other.get(each) : of(each));
                if (differs) {
                    other.put(each, concluded);
                }
                for (Class<?> type : each.makes()) {
                    if (differs || circle) {
                        changed.add(type);
                        List<Object> facts = without(now, type, List.of(each), other);
                        facts.addAll(derived(concluded, type));
                        List<Object> distinct = facts.stream().distinct().toList();
                        more |= circle && !Set.copyOf(distinct).equals(Set.copyOf(now.of(type)));
                        now = now.with(type, distinct);
                    }
                }
            }
        }
        return now;
    }

    private static Set<Class<?>> made(List<ReadRule> group) {
        Set<Class<?>> made = new LinkedHashSet<>();
        group.forEach(rule -> made.addAll(rule.makes()));
        return made;
    }

    /** The facts of a type but those that only these rules make. */
    private List<Object> without(
            FactIndex now, Class<?> type, List<ReadRule> group, Map<ReadRule, Set<Conclusion>> other) {
        Set<Object> theirs = new HashSet<>();
        Set<Object> others = new HashSet<>();
        for (ReadRule maker : strata.makers(type)) {
            Set<Object> into = group.contains(maker) ? theirs : others;
            into.addAll(derived(other.getOrDefault(maker, of(maker)), type));
            if (group.contains(maker)) {
                theirs.addAll(derived(of(maker), type));
            }
        }
        List<Object> kept = new ArrayList<>(now.of(type));
        kept.removeIf(fact -> theirs.contains(fact) && !others.contains(fact));
        return kept;
    }

    static List<Object> derived(Set<Conclusion> conclusions, Class<?> type) {
        return conclusions.stream()
                .filter(it -> it instanceof Derived one && type.isInstance(one.fact()))
                .map(it -> ((Derived) it).fact())
                .toList();
    }

    /** The rules that fire here. */
    List<ReadRule> rules() {
        return rules;
    }
}
