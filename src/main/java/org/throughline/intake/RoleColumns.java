package org.throughline.intake;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;

/** The columns of a wide matrix of responsibilities: the header is a role, the cells say what part it has in the row's activity. */
final class RoleColumns {

    static final String HOW = "its cells are parts (R, A, C, I), its header is the role";

    private static final int LOOKED_AT = 1_000;
    private static final int FEWEST = 2;
    /** {@code R, A, C, I} */
    private static final int LONGEST_CELL = 12;
    /** Several parts in one cell: {@code A/R}, {@code R, I}. */
    private static final Pattern BETWEEN = Pattern.compile("[/,;+&\\s]+");

    private final Vocabulary vocabulary;

    RoleColumns(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Their positions; none where a column holds the parts for all roles, or too few look like that.
     *
     * @param named whether the file says by its name that it holds responsibilities: then one clear column is enough
     */
    List<Integer> in(RawTable table, boolean named) throws IOException {
        SheetMapping byHeader = SheetMapping.of(Kind.RESPONSIBILITY, table.columns(), vocabulary);
        if (byHeader.feeds(Kind.RESPONSIBILITY.attribute("assignment"))
                || table.headers().size() < FEWEST) {
            return List.of();
        }
        List<@Nullable Object[]> rows = table.sample(LOOKED_AT);
        List<Integer> sure = columns(table, rows, 9);
        return sure.size() < (named ? 1 : FEWEST) ? List.of() : columns(table, rows, 5);
    }

    /** @param tenths how many cells in ten must name a part: most of them, in a table that is a matrix beyond doubt */
    private List<Integer> columns(RawTable table, List<@Nullable Object[]> rows, int tenths) {
        return IntStream.range(0, table.headers().size())
                .filter(column -> !table.headers().get(column).isEmpty() && holdsParts(rows, column, tenths))
                .boxed()
                .toList();
    }

    private boolean holdsParts(List<@Nullable Object[]> rows, int column, int tenths) {
        int filled = 0;
        int parts = 0;
        for (Object[] row : rows) {
            if (row[column] instanceof String text && !Words.trim(text).isEmpty()) {
                String cell = Words.trim(text);
                if (vocabulary.token(cell) == null) {
                    filled++;
                    boolean mayBe = cell.length() <= LONGEST_CELL;
                    parts += mayBe && parts(cell).stream().allMatch(RoleColumns::isLetter) ? 1 : 0;
                }
            }
        }
        return parts > 0 && parts * 10 >= filled * tenths;
    }

    /** The parts that one cell names, each as it is written. */
    static List<String> parts(String cell) {
        List<String> parts = List.of(BETWEEN.split(cell));
        boolean several = parts.size() > 1 && parts.stream().allMatch(RoleColumns::isLetter);
        return several ? parts.stream().distinct().toList() : List.of(cell);
    }

    private static boolean isLetter(String part) {
        return part.length() == 1 && "RACIraci".indexOf(part.charAt(0)) >= 0;
    }
}
