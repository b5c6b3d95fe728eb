package org.throughline.oracle;

import static org.throughline.oracle.Given.is;
import static org.throughline.oracle.Given.lists;
import static org.throughline.oracle.Given.named;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;

/** The terms on teams above teams. A team that is only a text has no parent. */
final class Tree {

    private final Index index;

    private final Map<String, List<String>> below = new HashMap<>();

    Tree(Index index) {
        this.index = index;
        for (String team : index.teamIds()) {
            upFrom(team)
                    .forEach(above -> below.computeIfAbsent(above, id -> new ArrayList<>())
                            .add(team));
        }
    }

    /** The team and those above it, as far up as known. */
    private List<String> upFrom(String team) {
        Set<String> chain = new LinkedHashSet<>();
        for (String each = team; each != null && chain.add(each); each = parent(each)) {}
        return new ArrayList<>(chain);
    }

    private @Nullable String parent(String team) {
        Team row = index.teams.get(team);
        return row == null || !row.listed() ? null : row.parentId();
    }

    private Truth hasNoParent(String team) {
        Team row = index.teams.get(team);
        return row == null || !row.listed()
                ? Truth.TRUE
                : named(row, "parent_id").not();
    }

    Truth isRoot(String team) {
        return Truth.of(!index.knows(Kind.TEAM, "parent_id")).or(hasNoParent(team));
    }

    /** Whether that is the team itself or one above it. */
    Truth within(String team, String top) {
        List<String> chain = upFrom(team);
        if (chain.contains(top)) {
            return Truth.TRUE;
        }
        String highest = chain.get(chain.size() - 1);
        return hasNoParent(highest) == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
    }

    Truth neitherAbove(String one, String other) {
        return within(one, other).or(within(other, one)).not();
    }

    /** Those known to be the team or below it. */
    List<String> from(String top) {
        return below.getOrDefault(top, List.of());
    }

    /** Whether the team is in what the person may decide on for the use case. */
    Truth inRemit(Person person, UseCase useCase, String team) {
        List<String> chain = upFrom(team);
        Truth reached = Truth.any(chain.stream()
                .map(each -> belongs(person, each).or(leads(person, each)).or(decidedFor(useCase, each))));
        String highest = chain.get(chain.size() - 1);
        return hasNoParent(highest) == Truth.UNKNOWN ? reached.or(Truth.UNKNOWN) : reached;
    }

    private static Truth belongs(Person person, String team) {
        return is(person, "team_id", team);
    }

    private Truth leads(Person person, String team) {
        Team row = index.teams.get(team);
        return row == null || !row.listed() ? Truth.UNKNOWN : is(row, "lead_id", person.id());
    }

    private Truth decidedFor(UseCase useCase, String team) {
        return index.knows(Kind.DECISION)
                ? Truth.any(index.decisionsOn(useCase).stream()
                        .map(each ->
                                Terms.isKind(each, DecisionKind.STANDARDISE).and(lists(each, "team_ids", team))))
                : Truth.UNKNOWN;
    }
}
