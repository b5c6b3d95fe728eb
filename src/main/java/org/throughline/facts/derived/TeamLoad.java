package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;

/**
 * A team with its own use cases that are active, or may be.
 *
 * @param sure how many are active
 * @param possible how many are active or may be
 * @param capacity initiatives that the team can carry at a time, where it says so
 */
public record TeamLoad(
        Team team,
        List<MaybeActive> useCases,
        BigDecimal sure,
        BigDecimal possible,
        @Nullable BigDecimal capacity,
        @Nullable BigDecimal headcount)
        implements Derived {

    @SuppressWarnings("unchecked")
    public static TeamLoad of(Team team, List<?> useCases) {
        List<MaybeActive> all = List.copyOf((List<MaybeActive>) useCases);
        long sure = all.stream().filter(MaybeActive::sure).count();
        return new TeamLoad(
                team,
                all,
                BigDecimal.valueOf(sure),
                BigDecimal.valueOf(all.size()),
                team.initiativeCapacity(),
                team.headcount());
    }

    /** Those that are active. */
    public List<UseCase> active() {
        return useCases.stream()
                .filter(MaybeActive::sure)
                .map(MaybeActive::useCase)
                .toList();
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        cells.add(team.cell(capacity == null ? "headcount" : "initiative_capacity"));
        active().forEach(useCase -> cells.add(useCase.cell("team_id")));
        return cells;
    }

    @Override
    public boolean assumed() {
        return useCases.stream().anyMatch(one -> one.sure() && one.assumed());
    }

    /** Another for the same team says something else where a session stays open: it must not be taken for this one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TeamLoad same && team == same.team && useCases.equals(same.useCases);
    }

    @Override
    public int hashCode() {
        return team.hashCode();
    }
}
