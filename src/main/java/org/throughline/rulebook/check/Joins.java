package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Known;
import org.throughline.facts.derived.TeamTree;
import org.throughline.facts.derived.WordList;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** How the facts of a rule hang together. What does not hang together is tried in every combination. */
final class Joins {

    /** There is one of each, or few. */
    private static final Set<Class<?>> SINGLE =
            Set.of(AsOf.class, Threshold.class, Known.class, WordList.class, TeamTree.class);

    private final ReadRule rule;
    private final Flaws flaws;
    /** The pattern that binds each variable, by position. */
    private final Map<String, Integer> bound = new HashMap<>();

    private final int[] groups;

    private Joins(ReadRule rule, Flaws flaws) {
        this.rule = rule;
        this.flaws = flaws;
        this.groups = new int[rule.patterns().size()];
    }

    static void check(ReadRule rule, Flaws flaws) {
        flaws.in(rule.name());
        Joins joins = new Joins(rule, flaws);
        joins.group();
        joins.combinations();
        joins.slow();
    }

    private void group() {
        List<ReadPattern> patterns = rule.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            int own = i;
            groups[i] = i;
            ReadPattern pattern = patterns.get(i);
            if (pattern.binding() != null) {
                bound.put(pattern.binding(), i);
            }
            if (pattern.source() != null) {
                pattern.source()
                        .variables()
                        .map(bound::get)
                        .filter(Objects::nonNull)
                        .forEach(other -> unite(own, other));
            }
            for (ReadCondition condition : pattern.conditions()) {
                if (condition.binding() != null) {
                    bound.put(condition.binding(), i);
                }
                condition.expr().conjuncts().forEach(each -> equals(each, own));
            }
        }
    }

    private void equals(Expr expr, int own) {
        if (expr instanceof Binary it && it.operator().equals("==")) {
            it.variables()
                    .map(bound::get)
                    .filter(other -> other != null && other != own)
                    .forEach(other -> unite(own, other));
        }
    }

    private void unite(int one, int other) {
        int from = groups[one];
        int to = groups[other];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = groups[i] == from ? to : groups[i];
        }
    }

    private boolean isMany(ReadPattern pattern) {
        boolean role = pattern.role() == Role.PLAIN || pattern.role() == Role.GATHERED;
        return role && pattern.type() != null && !SINGLE.contains(pattern.type()) && !isNamed(pattern);
    }

    /** {@code Tally( name == "live" )}: one of its kind. */
    private static boolean isNamed(ReadPattern pattern) {
        return pattern.conditions().stream()
                .anyMatch(it -> it.expr() instanceof Binary test
                        && test.operator().equals("==")
                        && test.right() instanceof Expr.Text
                        && test.left() instanceof Name name
                        && Set.of("name", "id").contains(name.name()));
    }

    /** Each accumulate by itself, and what stands outside of all. */
    private void combinations() {
        Map<Integer, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            ReadPattern pattern = rule.patterns().get(i);
            if (isMany(pattern)) {
                places.computeIfAbsent(pattern.part(), key -> new ArrayList<>()).add(i);
            }
        }
        places.forEach((place, members) -> {
            Set<Integer> apart = members.stream().map(i -> groups[i]).collect(Collectors.toSet());
            if (apart.size() > 1) {
                apart(members, apart.size());
            }
        });
    }

    private void apart(List<Integer> members, int groupsApart) {
        Set<Integer> seen = new HashSet<>();
        List<ReadPattern> first = members.stream()
                .filter(i -> seen.add(groups[i]))
                .map(i -> rule.patterns().get(i))
                .toList();
        ReadPattern last = first.get(first.size() - 1);
        String names = first.stream().map(ReadPattern::typeName).collect(Collectors.joining(" with every "));
        String found = "every " + names + " is tried: nothing says that they belong together";
        String fix = "Join them: " + last.typeName() + "( ...Id == $id ).";
        int to = last.from() + last.typeName().length();
        if (groupsApart > 2) {
            flaws.error(last.from(), to, found, fix);
        } else {
            flaws.warning(last.from(), to, found, fix);
        }
    }

    private void slow() {
        for (ReadPattern pattern : rule.patterns()) {
            if (pattern.type() == null || SINGLE.contains(pattern.type())) {
                continue;
            }
            boolean indexed = pattern.conditions().stream()
                    .flatMap(it -> it.expr().conjuncts())
                    .anyMatch(Joins::isIndexed);
            pattern.conditions().stream()
                    .flatMap(it -> it.expr().conjuncts())
                    .filter(it -> !indexed)
                    .forEach(this::slow);
        }
    }

    private static boolean isIndexed(Expr expr) {
        return expr instanceof Binary it
                && it.operator().equals("==")
                && (it.left() instanceof Name || it.left() instanceof Expr.This)
                && it.right().variables().findAny().isPresent();
    }

    private void slow(Expr expr) {
        if (!(expr instanceof Binary it)) {
            return;
        }
        boolean outer = it.right().variables().findAny().isPresent();
        if (it.operator().equals("==") && outer && it.left() instanceof Expr.Call) {
            flaws.warning(
                    it.left(),
                    "this join is slow: a function is called for every pair of facts",
                    "Compare a field: id == $id. Texts are folded when they are read in.");
        } else if (it.operator().equals("==") && outer && it.left() instanceof Expr.Field) {
            flaws.warning(
                    it.left(),
                    "this join is slow: a field of a field is looked up for every pair of facts",
                    "Compare a field of the fact itself, or join it first.");
        } else if (it.operator().equals("||") && isJoin(it.left()) && isJoin(it.right())) {
            flaws.warning(
                    it.at(),
                    it.at() + 2,
                    "this join is slow: one of two fields is compared for every pair of facts",
                    "Write two rules, one for each field.");
        }
    }

    private static boolean isJoin(Expr expr) {
        return expr instanceof Binary it
                && it.operator().equals("==")
                && it.right().variables().findAny().isPresent();
    }
}
