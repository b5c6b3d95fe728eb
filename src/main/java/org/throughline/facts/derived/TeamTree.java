package org.throughline.facts.derived;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which team is above which: what {@code tree(...)} in a rule says of all chains. */
public final class TeamTree {

    private final Map<String, Chain> chains = new HashMap<>();

    public TeamTree(Iterable<Chain> chains) {
        chains.forEach(chain -> this.chains.put(chain.teamId(), chain));
    }

    /** True if all that is above the team is known. A team of which no chain tells has nothing above it. */
    public boolean isKnown(String team) {
        Chain chain = chains.get(team);
        return chain == null || chain.known();
    }

    /** True if they are known to be one team, or one is known to be above the other. */
    public boolean related(String team, String other) {
        return team.equals(other) || above(team).contains(other) || above(other).contains(team);
    }

    private List<String> above(String team) {
        Chain chain = chains.get(team);
        return chain == null ? List.of() : chain.teams();
    }
}
