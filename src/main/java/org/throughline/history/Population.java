package org.throughline.history;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.throughline.advice.Advice;
import org.throughline.advice.Standing;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;

/** What a diagnostic could be found of: all of a kind that there are. */
public enum Population {
    /** Use cases that are active or declared the standard. */
    LIVE,
    /** Those of them that are not declared the standard. */
    ACTIVE,
    /** Those of them whose proof was accepted or that are in use. */
    PROVEN,
    /** Those declared the standard. */
    STANDARDS,
    /** Workflows with a live use case. */
    WORKFLOWS,
    /** Steps of those. */
    STEPS,
    /** Handoffs of those. */
    HANDOFFS,
    TEAMS,
    ROOT_TEAMS,
    /** Who owns an active use case's pilot or outcome. */
    PEOPLE,
    /** Those that are open. */
    FRICTIONS,
    ORGANISATION;

    /** As written in {@code rules/health.csv}: {@code root_teams}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Map<Population, Integer> counts(Portfolio facts, Advice advice) {
        Map<String, UseCase> useCases = new HashMap<>();
        facts.useCases().forEach(useCase -> useCases.put(useCase.id(), useCase));
        EnumMap<Population, Integer> counts = new EnumMap<>(Population.class);
        for (Population population : values()) {
            counts.put(population, 0);
        }
        Set<String> workflows = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (Standing standing : advice.standings()) {
            UseCase useCase = useCases.get(standing.useCaseId());
            workflows.add(useCase == null ? null : useCase.workflowId());
            counts.merge(LIVE, 1, Integer::sum);
            counts.merge(standing.standard() ? STANDARDS : ACTIVE, 1, Integer::sum);
            if (!standing.standard() && useCase != null) {
                counts.merge(PROVEN, useCase.stage() == Stage.PILOT ? 0 : 1, Integer::sum);
                people.add(useCase.pilotOwnerId());
                people.add(useCase.outcomeOwnerId());
            }
        }
        workflows.remove(null);
        people.remove(null);
        counts.put(WORKFLOWS, workflows.size());
        counts.put(PEOPLE, people.size());
        places(facts, workflows, counts);
        return counts;
    }

    private static void places(Portfolio facts, Set<String> workflows, Map<Population, Integer> counts) {
        counts.put(STEPS, (int) facts.steps().stream()
                .map(Step::workflowId)
                .filter(workflows::contains)
                .count());
        counts.put(HANDOFFS, (int) facts.handoffs().stream()
                .map(Handoff::workflowId)
                .filter(workflows::contains)
                .count());
        counts.put(TEAMS, (int) facts.teams().stream().filter(Team::listed).count());
        counts.put(ROOT_TEAMS, (int)
                facts.teams().stream().filter(team -> team.parentId() == null).count());
        counts.put(FRICTIONS, (int) facts.frictions().stream()
                .filter(friction -> friction.removedOn() == null)
                .count());
        counts.put(ORGANISATION, 1);
    }
}
