package org.throughline.testkit;

import java.util.function.Predicate;
import org.throughline.facts.Kind;

/** Makes an organisation smaller as long as what is wrong with it stays. */
public final class Shrinking {

    private Shrinking() {}

    /** Without every row and every cell that does not matter. */
    public static Organisation shrink(Organisation failing, Predicate<Organisation> stillFails) {
        Organisation smallest = failing;
        boolean smaller = true;
        while (smaller) {
            Organisation before = smallest;
            smallest = withoutCells(withoutRows(smallest, stillFails), stillFails);
            smaller = smallest != before;
        }
        return smallest;
    }

    private static Organisation withoutRows(Organisation org, Predicate<Organisation> stillFails) {
        Organisation smallest = org;
        for (Kind kind : Kind.values()) {
            for (Row row : org.rows(kind)) {
                Organisation less = smallest.without(row);
                smallest = stillFails.test(less) ? less : smallest;
            }
        }
        return smallest;
    }

    private static Organisation withoutCells(Organisation org, Predicate<Organisation> stillFails) {
        Organisation smallest = org;
        for (Kind kind : Kind.values()) {
            for (Row row : org.rows(kind)) {
                Row current = row;
                for (String column : row.cells.keySet()) {
                    Row less = current.copy(cells -> {
                        cells.remove(column);
                        return cells;
                    });
                    Organisation without = smallest.replacing(current, less);
                    boolean needed = row.cell(column).isEmpty() || Organisations.identifies(kind.attribute(column));
                    if (!needed && stillFails.test(without)) {
                        smallest = without;
                        current = less;
                    }
                }
            }
        }
        return smallest;
    }
}
