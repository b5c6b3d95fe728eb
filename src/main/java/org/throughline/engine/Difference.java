package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;

/** Which rows came and which went between two portfolios that share the others; a row that says something else went and came. */
record Difference(List<Fact> gone, List<Fact> come) {

    static Difference between(Portfolio before, Portfolio after) {
        Difference difference = new Difference(new ArrayList<>(), new ArrayList<>());
        for (Kind kind : Kind.values()) {
            difference.add(before.facts().get(kind), after.facts().get(kind));
        }
        return difference;
    }

    private void add(List<? extends Fact> before, List<? extends Fact> after) {
        int shorter = Math.min(before.size(), after.size());
        int first = 0;
        while (first < shorter && before.get(first) == after.get(first)) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && before.get(before.size() - 1 - last) == after.get(after.size() - 1 - last)) {
            last++;
        }
        List<? extends Fact> was = before.subList(first, before.size() - last);
        List<? extends Fact> is = after.subList(first, after.size() - last);
        addMissing(was, is, gone);
        addMissing(is, was, come);
    }

    private static void addMissing(List<? extends Fact> from, Collection<? extends Fact> in, List<Fact> to) {
        Set<Fact> there = Collections.newSetFromMap(new IdentityHashMap<>());
        there.addAll(in);
        from.stream().filter(fact -> !there.contains(fact)).forEach(to::add);
    }

    boolean has(Kind kind) {
        return gone.stream().anyMatch(fact -> fact.factKind() == kind)
                || come.stream().anyMatch(fact -> fact.factKind() == kind);
    }
}
