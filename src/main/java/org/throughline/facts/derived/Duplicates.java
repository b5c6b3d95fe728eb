package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * Active use cases of several teams that look like the same thing.
 *
 * @param members by id, in order of code points
 * @param cells what makes them alike
 */
public record Duplicates(List<MaybeActive> members, List<Cell> cells) implements Derived {

    public Duplicates {
        members = List.copyOf(members);
        cells = List.copyOf(cells);
    }

    /** The one with the smallest id, which stands for all. */
    public UseCase first() {
        return members.get(0).useCase();
    }

    public int count() {
        return members.size();
    }

    public List<UseCase> useCases() {
        return members.stream().map(MaybeActive::useCase).toList();
    }

    public List<String> teams() {
        return members.stream().map(MaybeActive::teamId).distinct().toList();
    }

    /** The columns that make them alike: {@code domain, name, tool}. */
    public List<String> columns() {
        return cells.stream()
                .map(cell -> cell.attribute().name())
                .filter(name -> !name.equals("team_id"))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public boolean assumed() {
        return members.stream().anyMatch(MaybeActive::assumed);
    }
}
