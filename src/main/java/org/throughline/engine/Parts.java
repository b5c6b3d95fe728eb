package org.throughline.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.facts.derived.Flow;

/**
 * Cuts a portfolio into parts that can be judged one by one: a workflow with all that hangs on it stays together, and so does a use case
 * without a workflow. With each part go the teams and people that it refers to, with those above them. Small sessions are cheaper per
 * fact than large ones, and parts run on all cores; what is found does not depend on where the cut is.
 */
final class Parts {

    private final Portfolio portfolio;
    private final Map<String, List<Fact>> clusters = new LinkedHashMap<>();
    private final Map<String, String> clusterOfUseCase = new HashMap<>();
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();

    private Parts(Portfolio portfolio) {
        this.portfolio = portfolio;
        portfolio.teams().forEach(team -> teams.put(team.id(), team));
        portfolio.people().forEach(person -> people.put(person.id(), person));
    }

    /** Lists of facts of about that size, or larger where one workflow is, each with the {@link Flow} of its workflows. */
    static List<List<Object>> of(Portfolio portfolio, int size) {
        Parts parts = new Parts(portfolio);
        parts.cluster();
        return parts.packed(size);
    }

    private void cluster() {
        for (UseCase useCase : portfolio.useCases()) {
            String cluster = useCase.workflowId() == null ? useCase(useCase.id()) : workflow(useCase.workflowId());
            clusterOfUseCase.put(useCase.id(), cluster);
            add(cluster, useCase);
        }
        for (Workflow fact : portfolio.workflows()) {
            add(workflow(fact.id()), fact);
        }
        for (Step fact : portfolio.steps()) {
            add(workflow(fact.workflowId()), fact);
        }
        for (Handoff fact : portfolio.handoffs()) {
            add(workflow(fact.workflowId()), fact);
        }
        for (Responsibility fact : portfolio.responsibilities()) {
            add(workflow(fact.workflowId()), fact);
        }
        for (Decision fact : portfolio.decisions()) {
            boolean onUseCase = fact.subjectType() == DecisionSubject.USE_CASE;
            add(onUseCase ? clusterOfUseCase.get(fact.subjectId()) : workflow(fact.subjectId()), fact);
        }
        for (Adoption fact : portfolio.adoptions()) {
            add(clusterOfUseCase.get(fact.useCaseId()), fact);
        }
        for (Friction fact : portfolio.frictions()) {
            for (String cluster : clustersOf(fact)) {
                add(cluster, fact);
            }
        }
    }

    private Set<String> clustersOf(Friction friction) {
        Set<String> touched = new LinkedHashSet<>();
        if (friction.workflowId() != null) {
            touched.add(workflow(friction.workflowId()));
        }
        for (String useCase : friction.useCaseIds()) {
            String cluster = clusterOfUseCase.get(useCase);
            if (cluster != null) {
                touched.add(cluster);
            }
        }
        return touched;
    }

    private static String workflow(String id) {
        return "w" + id;
    }

    private static String useCase(String id) {
        return "u" + id;
    }

    private void add(@Nullable String cluster, Fact fact) {
        if (cluster != null) {
            clusters.computeIfAbsent(cluster, key -> new ArrayList<>(4)).add(fact);
        }
    }

    private List<List<Object>> packed(int size) {
        List<List<Object>> parts = new ArrayList<>();
        Set<Fact> part = new LinkedHashSet<>();
        for (List<Fact> cluster : clusters.values()) {
            if (!part.isEmpty() && part.size() + cluster.size() > size) {
                parts.add(withContext(part));
                part = new LinkedHashSet<>();
            }
            part.addAll(cluster);
        }
        if (!part.isEmpty()) {
            parts.add(withContext(part));
        }
        return parts;
    }

    private List<Object> withContext(Set<Fact> part) {
        Set<Fact> context = new LinkedHashSet<>();
        part.forEach(fact -> addReferred(fact, context));
        List<Object> all = new ArrayList<>(part);
        all.addAll(context);
        all.addAll(Flows.of(part));
        return all;
    }

    private void addReferred(Fact fact, Set<Fact> context) {
        for (Attribute attribute : fact.factKind().attributes()) {
            Object value = fact.value(attribute.index());
            if (value == null) {
                continue;
            }
            if (attribute.type() == AttributeType.TEAM) {
                addContext(teams.get((String) value), context);
            } else if (attribute.type() == AttributeType.PERSON) {
                addContext(people.get((String) value), context);
            } else if (attribute.type() == AttributeType.TEAMS) {
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
