package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A team that, with all teams below it, starts use cases while others stay unfinished and none became the standard.
 *
 * @param starts recent ones
 * @param unfinished at least one
 * @param unstaged those whose stage nobody knows, taken as not declared the standard
 */
public record Multiplying(String teamId, List<RecentStart> starts, List<Unfinished> unfinished, List<Unstaged> unstaged)
        implements Derived {

    /** From lists in any order. */
    @SuppressWarnings("unchecked")
    public static Multiplying of(String teamId, List<?> starts, List<?> unfinished, List<?> unstaged) {
        return new Multiplying(
                teamId,
                List.copyOf((List<RecentStart>) starts),
                List.copyOf((List<Unfinished>) unfinished),
                List.copyOf((List<Unstaged>) unstaged));
    }

    /** Statements show the use cases that wait for a decision. */
    public List<UseCase> waiting() {
        return unfinished.stream().map(Unfinished::useCase).toList();
    }

    public int started() {
        return starts.size();
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new java.util.ArrayList<>();
        starts.forEach(one -> cells.addAll(one.cells()));
        unfinished.forEach(one -> cells.addAll(one.cells()));
        unstaged.forEach(one -> cells.addAll(one.cells()));
        return cells;
    }

    @Override
    public boolean assumed() {
        return !unstaged.isEmpty() || unfinished.stream().anyMatch(Unfinished::assumed);
    }

    /** Another for the same team says something else where a session stays open: it must not be taken for this one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Multiplying same
                && teamId.equals(same.teamId)
                && starts.equals(same.starts)
                && unfinished.equals(same.unfinished)
                && unstaged.equals(same.unstaged);
    }

    @Override
    public int hashCode() {
        return teamId.hashCode();
    }
}
