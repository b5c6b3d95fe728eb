package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Team;
import org.throughline.facts.derived.Duties;
import org.throughline.facts.derived.Flow;
import org.throughline.facts.derived.Lineage;

/**
 * Cuts a portfolio into parts that can be judged one by one: a workflow with all that hangs on it stays together, and so does a use case
 * without a workflow. With each part go the teams and people that it refers to, with those above them. Small sessions are cheaper per
 * fact than large ones, and parts run on all cores; what is found does not depend on where the cut is.
 */
final class Parts {

    /** Columns by which a row of each kind refers to teams and people. */
    private static final Map<Kind, List<Attribute>> REFERRING = referring();

    /** In which order clusters come to be, which decides where the cut is. */
    private static final List<Kind> CLUSTERED = List.of(
            Kind.USE_CASE,
            Kind.WORKFLOW,
            Kind.STEP,
            Kind.HANDOFF,
            Kind.RESPONSIBILITY,
            Kind.DECISION,
            Kind.ADOPTION,
            Kind.FRICTION);

    private final Portfolio portfolio;
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();

    private Parts(Portfolio portfolio) {
        this.portfolio = portfolio;
        portfolio.teams().forEach(team -> teams.put(team.id(), team));
        portfolio.people().forEach(person -> people.put(person.id(), person));
    }

    private static Map<Kind, List<Attribute>> referring() {
        Map<Kind, List<Attribute>> referring = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            referring.put(
                    kind,
                    kind.attributes().stream()
                            .filter(one -> one.type() == AttributeType.TEAM
                                    || one.type() == AttributeType.PERSON
                                    || one.type() == AttributeType.TEAMS)
                            .toList());
        }
        return referring;
    }

    static Parts of(Portfolio portfolio) {
        return new Parts(portfolio);
    }

    /** Lists of facts of about that size, or larger where one workflow is. */
    List<List<Fact>> cut(int size) {
        return List.copyOf(packed(clusters(portfolio, new Clusters(portfolio)).values(), size));
    }

    /** Facts that hang together, in the order of the kinds that hold them together. */
    static Map<Object, List<Fact>> clusters(Portfolio portfolio, Clusters clusters) {
        Map<Object, List<Fact>> byCluster = new LinkedHashMap<>();
        for (Kind kind : CLUSTERED) {
            for (Fact fact : portfolio.facts().get(kind)) {
                for (Object cluster : clusters.of(fact)) {
                    byCluster.computeIfAbsent(cluster, key -> new ArrayList<>()).add(fact);
                }
            }
        }
        return byCluster;
    }

    /** Of even size, so that no core waits long for another, and no session is opened for a rest. */
    private static Collection<List<Fact>> packed(Collection<List<Fact>> clusters, int size) {
        long all = clusters.stream().mapToLong(List::size).sum();
        long count = Math.max(1, Math.round((double) all / size));
        Map<Long, List<Fact>> parts = new TreeMap<>();
        long before = 0;
        for (List<Fact> cluster : clusters) {
            long middle = 2 * before + cluster.size();
            parts.computeIfAbsent(middle * count / (2 * all), part -> new ArrayList<>())
                    .addAll(cluster);
            before += cluster.size();
        }
        return parts.values();
    }

    /** A part with all that goes with it, as it is fired. */
    List<Object> whole(List<Fact> part) {
        return whole(withContext(part));
    }

    /** The facts with the teams and people that they refer to, and those above them. */
    Set<Fact> withContext(List<Fact> part) {
        Set<Fact> facts = new LinkedHashSet<>(part); // a friction may be in several clusters
        part.forEach(fact -> addReferred(fact, facts));
        return facts;
    }

    /** The facts with the {@link Flow} and {@link Duties} of their workflows and the {@link Lineage} of their teams. */
    List<Object> whole(Set<Fact> facts) {
        List<Object> all = new ArrayList<>(facts);
        all.addAll(Flows.of(facts));
        all.addAll(Duties.of(facts));
        for (Fact fact : facts) {
            if (fact instanceof Team team) {
                all.add(Lineage.of(team, teams));
            }
        }
        return all;
    }

    private void addReferred(Fact fact, Set<Fact> context) {
        for (Attribute attribute : REFERRING.get(fact.factKind())) {
            Object value = fact.value(attribute.index());
            if (value == null) {
                continue;
            }
            if (attribute.type() == AttributeType.TEAM) {
                addContext(teams.get((String) value), context);
            } else if (attribute.type() == AttributeType.PERSON) {
                addContext(people.get((String) value), context);
            } else {
                Fact.texts(value).forEach(team -> addContext(teams.get(team), context));
            }
        }
    }

    private void addContext(@Nullable Fact referred, Set<Fact> context) {
        if (referred != null && context.add(referred)) {
            addReferred(referred, context);
        }
    }
}
