package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Which rules read what others make: in groups, so that each group reads only what those before it make, or what its own rules make. */
final class Strata {

    private final Map<Class<?>, List<ReadRule>> makers = new HashMap<>();
    private final Map<ReadRule, Set<Class<?>>> reads = new ConcurrentHashMap<>();
    private final List<List<ReadRule>> groups = new ArrayList<>();

    Strata(List<ReadRule> rules) {
        rules.forEach(rule -> rule.makes()
                .forEach(type ->
                        makers.computeIfAbsent(type, key -> new ArrayList<>()).add(rule)));
        Map<ReadRule, Set<ReadRule>> before = new HashMap<>();
        rules.forEach(rule -> before.put(rule, above(rule)));
        Set<ReadRule> done = new HashSet<>();
        List<ReadRule> left = new ArrayList<>(rules);
        while (!left.isEmpty()) {
            List<List<ReadRule>> next = left.stream()
                    .filter(rule -> before.get(rule).stream()
                            .allMatch(it -> done.contains(it) || before.get(it).contains(rule)))
                    .map(rule -> left.stream()
                            .filter(it -> it == rule
                                    || before.get(it).contains(rule)
                                            && before.get(rule).contains(it))
                            .toList())
                    .distinct()
                    .toList();
            groups.addAll(next);
            next.forEach(done::addAll);
            left.removeAll(done);
        }
    }

    /** In the order in which they are best worked out. */
    List<List<ReadRule>> groups() {
        return groups;
    }

    List<ReadRule> makers(Class<?> type) {
        return makers.getOrDefault(type, List.of());
    }

    /** All rules that it rests on, itself only where it does so in turn. */
    private Set<ReadRule> above(ReadRule rule) {
        Set<ReadRule> above = new LinkedHashSet<>();
        List<ReadRule> next = new ArrayList<>(List.of(rule));
        while (!next.isEmpty()) {
            for (Class<?> type : reads(next.remove(next.size() - 1))) {
                makers(type).stream().filter(above::add).forEach(next::add);
            }
        }
        return above;
    }

    /** Types of the facts that it looks for. */
    Set<Class<?>> reads(ReadRule rule) {
        return reads.computeIfAbsent(rule, Strata::read);
    }

    private static Set<Class<?>> read(ReadRule rule) {
        return rule.patterns().stream()
                .filter(it -> it.role() != Role.FROM && it.role() != Role.SUMMARY && it.type() != null)
                .map(ReadPattern::type)
                .collect(Collectors.toSet());
    }
}
