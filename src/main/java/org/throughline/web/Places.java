package org.throughline.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.findings.Subject;

/** Where in the organisation something is: its units, from the team up, and its workflow. */
final class Places {

    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, UseCase> useCases = new HashMap<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Handoff> handoffs = new HashMap<>();
    private final Map<String, Friction> frictions = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Set<String>> teamsOfWorkflow = new HashMap<>();
    private final Map<String, String> workflowNames = new HashMap<>();

    Places(Portfolio portfolio) {
        portfolio.teams().forEach(it -> teams.putIfAbsent(it.id(), it));
        portfolio.useCases().forEach(it -> useCases.putIfAbsent(it.id(), it));
        portfolio.handoffs().forEach(it -> handoffs.putIfAbsent(it.key(), it));
        portfolio.frictions().forEach(it -> frictions.putIfAbsent(it.id(), it));
        portfolio.people().forEach(it -> people.putIfAbsent(it.id(), it));
        portfolio.workflows().forEach(it -> workflowNames.putIfAbsent(it.id(), it.label()));
        portfolio.steps().forEach(it -> steps.putIfAbsent(it.key(), it));
        portfolio.steps().forEach(it -> work(it.workflowId(), it.teamId()));
        portfolio.useCases().forEach(it -> work(it.workflowId(), it.teamId()));
    }

    private void work(@Nullable String workflow, @Nullable String team) {
        if (workflow != null && team != null) {
            teamsOfWorkflow
                    .computeIfAbsent(workflow, key -> new LinkedHashSet<>())
                    .add(team);
        }
    }

    /** Ids of its teams and of all units above them. */
    Set<String> units(Subject subject) {
        Set<String> units = new LinkedHashSet<>();
        switch (subject.type()) {
            case TEAM -> climb(subject.id(), units);
            case USE_CASE -> climb(team(useCases.get(subject.id())), units);
            case STEP -> climb(team(steps.get(subject.id())), units);
            case PERSON -> climb(team(people.get(subject.id())), units);
            case WORKFLOW ->
                teamsOfWorkflow.getOrDefault(subject.id(), Set.of()).forEach(it -> climb(it, units));
            case HANDOFF -> {
                @Nullable Handoff handoff = handoffs.get(subject.id());
                if (handoff != null) {
                    climb(team(steps.get(handoff.workflowId() + "/" + handoff.fromStepId())), units);
                    climb(team(steps.get(handoff.workflowId() + "/" + handoff.toStepId())), units);
                }
            }
            case FRICTION -> {
                @Nullable Friction friction = frictions.get(subject.id());
                if (friction != null && friction.workflowId() != null) {
                    teamsOfWorkflow
                            .getOrDefault(friction.workflowId(), Set.of())
                            .forEach(it -> climb(it, units));
                }
            }
            case ORGANISATION -> units.add("");
        }
        units.remove("");
        return units;
    }

    private static @Nullable String team(@Nullable Fact fact) {
        if (fact == null) {
            return null;
        }
        return (String) fact.value(fact.factKind().attribute("team_id").index());
    }

    private void climb(@Nullable String team, Set<String> units) {
        @Nullable String at = team;
        while (at != null && units.add(at)) {
            @Nullable Team known = teams.get(at);
            at = known == null ? null : known.parentId();
        }
    }

    /** Id of the workflow that it is on, or null. */
    @Nullable
    String workflow(Subject subject) {
        return switch (subject.type()) {
            case WORKFLOW -> subject.id();
            case STEP ->
                steps.containsKey(subject.id()) ? steps.get(subject.id()).workflowId() : null;
            case HANDOFF ->
                handoffs.containsKey(subject.id()) ? handoffs.get(subject.id()).workflowId() : null;
            case USE_CASE ->
                useCases.containsKey(subject.id()) ? useCases.get(subject.id()).workflowId() : null;
            case FRICTION ->
                frictions.containsKey(subject.id())
                        ? frictions.get(subject.id()).workflowId()
                        : null;
            default -> null;
        };
    }

    String teamName(String id) {
        Team team = teams.get(id);
        return team == null ? id : team.label();
    }

    String personName(String id) {
        Person person = people.get(id);
        return person == null ? id : person.label();
    }

    String workflowName(String id) {
        return workflowNames.getOrDefault(id, id);
    }

    @Nullable
    Step step(String key) {
        return steps.get(key);
    }
}
