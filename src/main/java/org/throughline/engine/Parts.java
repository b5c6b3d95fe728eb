package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
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

    private final Portfolio portfolio;
    private final List<List<Fact>> clusters = new ArrayList<>();
    private final Map<String, List<Fact>> byWorkflow = new HashMap<>();
    private final Map<String, List<Fact>> byUseCase = new HashMap<>();
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
        cluster();
        return List.copyOf(packed(size));
    }

    private void cluster() {
        for (UseCase useCase : portfolio.useCases()) {
            List<Fact> cluster = useCase.workflowId() == null ? opened() : workflow(useCase.workflowId());
            byUseCase.put(useCase.id(), cluster);
            cluster.add(useCase);
        }
        portfolio.workflows().forEach(fact -> workflow(fact.id()).add(fact));
        portfolio.steps().forEach(fact -> workflow(fact.workflowId()).add(fact));
        portfolio.handoffs().forEach(fact -> workflow(fact.workflowId()).add(fact));
        portfolio.responsibilities().forEach(fact -> workflow(fact.workflowId()).add(fact));
        for (Decision fact : portfolio.decisions()) {
            boolean onUseCase = fact.subjectType() == DecisionSubject.USE_CASE;
            add(onUseCase ? byUseCase.get(fact.subjectId()) : workflow(fact.subjectId()), fact);
        }
        portfolio.adoptions().forEach(fact -> add(byUseCase.get(fact.useCaseId()), fact));
        portfolio.frictions().forEach(fact -> clustersOf(fact).forEach(cluster -> cluster.add(fact)));
    }

    private Set<List<Fact>> clustersOf(Friction friction) {
        Set<List<Fact>> touched = Collections.newSetFromMap(new IdentityHashMap<>());
        if (friction.workflowId() != null) {
            touched.add(workflow(friction.workflowId()));
        }
        for (String useCase : friction.useCaseIds()) {
            List<Fact> cluster = byUseCase.get(useCase);
            if (cluster != null) {
                touched.add(cluster);
            }
        }
        return touched;
    }

    private List<Fact> workflow(String id) {
        return byWorkflow.computeIfAbsent(id, key -> opened());
    }

    private List<Fact> opened() {
        List<Fact> cluster = new ArrayList<>();
        clusters.add(cluster);
        return cluster;
    }

    private static void add(@Nullable List<Fact> cluster, Fact fact) {
        if (cluster != null) {
            cluster.add(fact);
        }
    }

    /** Of even size, so that no core waits long for another, and no session is opened for a rest. */
    private Collection<List<Fact>> packed(int size) {
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

    /**
     * A part with the teams and people that it refers to, the {@link Flow} and {@link Duties} of its workflows and the {@link Lineage} of its
     * teams.
     */
    List<Object> withContext(List<Fact> part) {
        Set<Fact> facts = new LinkedHashSet<>(part); // a friction may be in several clusters
        part.forEach(fact -> addReferred(fact, facts));
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
