package org.throughline.facts.derived;

import java.util.ArrayList;
import java.util.List;
import org.throughline.facts.Team;

/**
 * A team and those above it, as far up as known.
 *
 * @param teams the team first
 * @param known false where nobody knows what is above the last of them
 * @param root true where the team counts as one with nothing above it: its parent is known to be none, or nobody speaks of parents
 * @param ledKnown false where nobody knows who leads one of them
 */
public record Chain(String teamId, List<String> teams, boolean known, boolean root, boolean ledKnown) {

    public Chain {
        teams = List.copyOf(teams);
    }

    /** The chain of a team with nothing above it, or nothing known. */
    public static Chain of(Team team, boolean known, boolean root) {
        return new Chain(team.id(), List.of(team.id()), known, root, !team.unknown("lead_id"));
    }

    /** The chain of a team directly below. */
    public Chain below(Team team) {
        List<String> longer = new ArrayList<>(teams.size() + 1);
        longer.add(team.id());
        longer.addAll(teams);
        return new Chain(team.id(), longer, known, false, ledKnown && !team.unknown("lead_id"));
    }

    /** True if nothing is above the team, as far as known. */
    public boolean top() {
        return teams.size() == 1;
    }

    /** What would have to be known about the teams in it. */
    public Missing missing() {
        List<String> names = new ArrayList<>(2);
        if (!known) {
            names.add("teams.parent_id");
        }
        if (!ledKnown) {
            names.add("teams.lead_id");
        }
        return new Missing(teamId, names);
    }

    /** What would have to be known to say whether the team is a root. */
    public Missing missingParent() {
        return new Missing(teamId, known || root ? List.of() : List.of("teams.parent_id"));
    }
}
