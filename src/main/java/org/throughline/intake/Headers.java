package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The headers of a table, each told apart from the others by what stands above it or to its left. */
final class Headers {

    private static final String UNDER = " / ";
    /** What stands before a name is cut where it is a sentence of its own. */
    private static final int LONGEST = 40;

    private final List<String[]> rows;
    private final Predicate<String> known;
    private final int width;
    private final Map<String, Boolean> seen = new HashMap<>();

    private Headers(List<String[]> rows, Predicate<String> known) {
        this.rows = rows;
        this.known = known;
        this.width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    }

    /**
     * Names from the lowest row that has one, below the titles of their groups: "Cost / Q1". A name that repeats without a title is told
     * apart by the header to its left: "Sponsor / Email"; where that does not help, by a number: "Comment (2)".
     *
     * @param rows the header's rows, top first
     * @param known whether a text is a header that the vocabulary knows
     */
    static List<Header> of(List<String[]> rows, Predicate<String> known) {
        return new Headers(rows, known).headers();
    }

    private List<Header> headers() {
        List<Header> headers = new ArrayList<>(width);
        Map<String, Integer> uses = new HashMap<>();
        for (int column = 0; column < width; column++) {
            uses.merge(Words.squeeze(name(column)), 1, Integer::sum);
        }
        Set<String> names = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < width; column++) {
            String name = name(column);
            String title = title(column);
            boolean alone = uses.get(Words.squeeze(name)) == 1;
            boolean repeated = !names.add(Words.squeeze(name));
            String before = title != null ? title : alone ? null : toTheLeft(column, name);
            boolean shown = before != null && (title != null || repeated);
            headers.add(new Header(unique(shown ? shortened(before) + UNDER + name : name, taken), name, before));
        }
        return headers;
    }

    private static String shortened(String before) {
        return before.length() <= LONGEST
                ? before
                : before.substring(0, LONGEST).strip() + "…";
    }

    private static String unique(String text, Set<String> taken) {
        String unique = text;
        for (int repeat = 2; !unique.isEmpty() && !taken.add(unique); repeat++) {
            unique = text + " (" + repeat + ")";
        }
        return unique;
    }

    /** The lowest cell of the column that holds something. */
    private String name(int column) {
        return depth(column) < 0 ? "" : cell(depth(column), column);
    }

    private int depth(int column) {
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (!cell(row, column).isEmpty()) {
                return row;
            }
        }
        return -1;
    }

    /** What stands above the name, in merged cells perhaps: those hold their text in the first column only. */
    private @Nullable String title(int column) {
        List<String> titles = new ArrayList<>();
        for (int row = 0; row < depth(column); row++) {
            int from = column;
            while (from > 0 && cell(row, from).isEmpty() && depth(from - 1) > row) {
                from--;
            }
            if (!cell(row, from).isEmpty() && !endsBefore(row, from, column)) {
                titles.add(cell(row, from));
            }
        }
        return titles.isEmpty() ? null : String.join(UNDER, titles);
    }

    /** Nothing shows where the last title of a row ends; a known header to the right of unknown ones is taken not to be below it. */
    private boolean endsBefore(int row, int title, int column) {
        boolean isLast = IntStream.range(title + 1, width)
                .allMatch(right -> cell(row, right).isEmpty());
        boolean unknown = false;
        for (int below = title; isLast && below <= column; below++) {
            boolean isKnown = seen.computeIfAbsent(name(below), known::test);
            if (isKnown && unknown) {
                return true;
            }
            unknown |= !isKnown;
        }
        return false;
    }

    private @Nullable String toTheLeft(int column, String name) {
        String left = column == 0 ? "" : name(column - 1);
        return name.isEmpty() || left.isEmpty() || Words.squeeze(left).equals(Words.squeeze(name)) ? null : left;
    }

    private String cell(int row, int column) {
        String[] cells = rows.get(row);
        return column < cells.length ? Words.trim(cells[column]) : "";
    }
}
