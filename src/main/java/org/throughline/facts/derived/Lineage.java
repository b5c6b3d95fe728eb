package org.throughline.facts.derived;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Team;

/**
 * A team with those above it, as far up as the inventory says, and those who lead them.
 *
 * @param teams ids, the team first
 * @param leads ids of people
 */
public record Lineage(String teamId, Set<String> teams, Set<String> leads) {

    /** @param all teams by id; those of a circle are above each other */
    public static Lineage of(Team team, Map<String, Team> all) {
        Set<String> teams = new LinkedHashSet<>();
        Set<String> leads = new HashSet<>();
        Team next = team;
        while (next != null && teams.add(next.id())) {
            if (next.leadId() != null) {
                leads.add(next.leadId());
            }
            next = next.parentId() == null ? null : all.get(next.parentId());
        }
        return new Lineage(team.id(), teams, leads);
    }

    /** True if the team is that one, or below it. */
    public boolean within(@Nullable String team) {
        return team != null && teams.contains(team);
    }

    /** True if the team is one of those, or below one of them. */
    public boolean withinAny(Collection<String> others) {
        return others.stream().anyMatch(teams::contains);
    }

    /** True if that person leads it, or a team above it. */
    public boolean ledBy(String person) {
        return leads.contains(person);
    }

    /** There is one for each team. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return teamId.hashCode();
    }
}
