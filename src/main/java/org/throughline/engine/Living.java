package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.advice.Advice;
import org.throughline.engine.recommending.Recommender;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.facts.UseCase;
import org.throughline.rulebook.RuleBook;

/**
 * What is known of a portfolio while it changes: of each cluster its facts with what they refer to and what the rules made of them, and
 * the open session across. A change fires the clusters that it touches and no other.
 */
final class Living {

    private record Part(Set<Fact> facts, Outcome outcome) {}

    private static final Part NOTHING = new Part(Set.of(), new Outcome());

    private static final List<Kind> SEEN_ACROSS = List.of(Kind.TEAM, Kind.PERSON, Kind.FRICTION);

    private final RuleBook book;
    private final Map<String, String> names;
    private final Firing firing;
    private final Across across;
    private final Recommender recommender;
    private final Merged merged = new Merged();
    private final Map<Object, Part> parts = new LinkedHashMap<>();
    private final Map<Object, Part> first = new HashMap<>();
    private final Map<String, Long> counts;
    private Map<Object, List<Fact>> clusters;
    private Clusters where;
    private Portfolio portfolio;

    Living(RuleBook book, Portfolio portfolio) {
        this.book = book;
        this.portfolio = portfolio;
        this.names = Engine.namesById(portfolio);
        this.counts = Engine.counts(portfolio);
        this.firing = new Firing(book, portfolio, name(), Trace.NONE);
        this.recommender = new Recommender(book);
        this.where = new Clusters(portfolio);
        this.clusters = Parts.clusters(portfolio, where);
        this.across = new Across(firing.open(book.across()));
        SEEN_ACROSS.forEach(kind -> portfolio.facts().get(kind).forEach(across::insert));
        fire(clusters.keySet());
        first.putAll(parts);
    }

    private Function<String, String> name() {
        return id -> names.getOrDefault(id, id);
    }

    /** Whether the other differs in rows alone: the day, the known columns and the names are in every session. */
    boolean suits(Portfolio other) {
        return other.asOf().equals(portfolio.asOf())
                && other.known().equals(portfolio.known())
                && Engine.namesById(other).equals(names);
    }

    void become(Portfolio other) {
        Difference difference = Difference.between(portfolio, other);
        Clusters there = difference.has(Kind.USE_CASE) ? new Clusters(other) : where;
        Set<Object> touched = new LinkedHashSet<>();
        difference.gone().forEach(fact -> touched.addAll(where.of(fact)));
        difference.come().forEach(fact -> touched.addAll(there.of(fact)));
        touched.addAll(referring(difference));
        if (places(difference.gone(), where).equals(places(difference.come(), there))) {
            difference
                    .gone()
                    .forEach(fact -> where.of(fact).forEach(key -> edited(key).remove(fact)));
            difference
                    .come()
                    .forEach(fact -> there.of(fact).forEach(key -> edited(key).add(fact)));
        } else {
            clusters = Parts.clusters(other, there); // what hangs on a use case moves with it
        }
        where = there;
        portfolio = other;
        difference.gone().forEach(fact -> count(fact, -1));
        difference.come().forEach(fact -> count(fact, 1));
        difference.gone().stream().filter(Living::isSeenAcross).forEach(across::delete);
        difference.come().stream().filter(Living::isSeenAcross).forEach(across::insert);
        fire(touched);
    }

    private void count(Fact fact, long one) {
        if (fact.listed()) {
            counts.computeIfPresent(fact.factKind().table(), (table, rows) -> rows + one);
        }
    }

    private List<Fact> edited(Object cluster) {
        return clusters.computeIfAbsent(cluster, key -> new ArrayList<>());
    }

    private static boolean isSeenAcross(Fact fact) {
        return SEEN_ACROSS.contains(fact.factKind());
    }

    /** In which cluster use cases are, by id. */
    private static Map<String, Set<Object>> places(List<Fact> facts, Clusters clusters) {
        Map<String, Set<Object>> places = new HashMap<>();
        facts.stream().filter(UseCase.class::isInstance).forEach(fact -> places.put(fact.key(), clusters.of(fact)));
        return places;
    }

    /** Clusters that may refer to a team or person that went or came: those that did, or all where one of that id is new. */
    private Collection<Object> referring(Difference difference) {
        Set<String> gone = keys(difference.gone());
        if (!gone.containsAll(keys(difference.come()))) {
            return parts.keySet();
        }
        Set<Object> referring = new LinkedHashSet<>();
        if (!gone.isEmpty()) {
            parts.forEach((key, part) -> {
                if (difference.gone().stream().anyMatch(part.facts()::contains)) {
                    referring.add(key);
                }
            });
        }
        return referring;
    }

    private static Set<String> keys(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.factKind() == Kind.TEAM || fact.factKind() == Kind.PERSON)
                .map(fact -> fact.factKind().table() + fact.key())
                .collect(Collectors.toSet());
    }

    private void fire(Collection<Object> touched) {
        Parts cutting = Parts.of(portfolio);
        List<Object> keys = List.copyOf(touched);
        Stream<Object> stream = keys.size() > 1 ? keys.parallelStream() : keys.stream();
        Asker asker = Asker.current();
        List<Part> fired = stream.map(key -> {
                    asker.stopIfGone();
                    return fired(key, cutting);
                })
                .toList();
        for (int i = 0; i < fired.size(); i++) {
            parts.put(keys.get(i), fired.get(i));
            across.carry(keys.get(i), fired.get(i).outcome().carried);
        }
    }

    /** What it was, if nothing in it changed or all of it is as at first. */
    private Part fired(Object cluster, Parts cutting) {
        Set<Fact> facts = cutting.withContext(clusters.getOrDefault(cluster, List.of()));
        if (facts.isEmpty()) {
            return NOTHING;
        }
        for (Part known : List.of(known(parts, cluster), known(first, cluster))) {
            if (known.facts().equals(facts)) {
                return known;
            }
        }
        return new Part(facts, firing.fire(book.local(), cutting.whole(facts)).drawn());
    }

    private static Part known(Map<Object, Part> parts, Object cluster) {
        return parts.getOrDefault(cluster, NOTHING);
    }

    Advice advice() {
        Outcome outcome = new Outcome();
        parts.values().forEach(part -> outcome.addAll(part.outcome()));
        var standings = Standings.of(outcome.carried);
        outcome.addAll(across.fire());
        Assessment assessment = new Gathered(book, portfolio, outcome, name(), merged).assessment(standings);
        return Engine.advice(
                book, portfolio, counts, assessment, recommender.recommend(portfolio, assessment.judged()));
    }
}
