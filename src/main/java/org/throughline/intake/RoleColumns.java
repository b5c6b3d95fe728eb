package org.throughline.intake;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Assignment;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** The columns of a wide matrix of responsibilities: the header is a role, the cells say what part it has in the row's activity. */
final class RoleColumns {

    static final String HOW = "its cells are parts (R, A, C, I), its header is the role";

    private static final int LOOKED_AT = 1_000;
    private static final int FEWEST = 2;
    private static final int LONGEST_CELL = 60;
    /** Several parts in one cell: {@code A/R}, {@code R, I}, {@code Responsible + Informed}. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*[/,;+&]\\s*");

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[/,;+&\\s]+");
    private static final Attribute ASSIGNMENT = Kind.RESPONSIBILITY.attribute("assignment");

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
        if (byHeader.feeds(ASSIGNMENT) || table.headers().size() < FEWEST) {
            return List.of();
        }
        List<@Nullable Object[]> rows = table.sample(LOOKED_AT);
        List<Integer> sure = columns(table, rows, 9);
        boolean enough = sure.size() >= (named ? 1 : FEWEST) && nameWhoDoesIt(rows, sure);
        return enough ? columns(table, rows, 5) : List.of();
    }

    /** @param tenths how many cells in ten must name a part: most of them, in a table that is a matrix beyond doubt */
    private List<Integer> columns(RawTable table, List<@Nullable Object[]> rows, int tenths) {
        return IntStream.range(0, table.headers().size())
                .filter(column -> !table.headers().get(column).isEmpty() && holdsParts(rows, column, tenths))
                .boxed()
                .toList();
    }

    /** Letters may be marks or classes; where nobody is responsible for anything, they are no parts of roles. */
    private boolean nameWhoDoesIt(List<@Nullable Object[]> rows, List<Integer> columns) {
        return rows.stream()
                .anyMatch(row -> columns.stream()
                        .anyMatch(column -> row[column] instanceof String text
                                && parts(Words.trim(text)).stream()
                                        .anyMatch(part ->
                                                ChoiceReader.find(ASSIGNMENT, vocabulary, part) == Assignment.R)));
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
                    parts += mayBe && parts(cell).stream().allMatch(this::isPart) ? 1 : 0;
                }
            }
        }
        return parts > 0 && parts * 10 >= filled * tenths;
    }

    /** The parts that one cell names, each as it is written. */
    List<String> parts(String cell) {
        for (Pattern between : List.of(BETWEEN, BETWEEN_LETTERS)) {
            List<String> parts = List.of(between.split(cell));
            if (parts.size() > 1 && parts.stream().allMatch(this::isPart)) {
                return parts.stream().distinct().toList();
            }
        }
        return List.of(cell);
    }

    private boolean isPart(String text) {
        return !text.isEmpty() && ChoiceReader.find(ASSIGNMENT, vocabulary, text) != null;
    }
}
