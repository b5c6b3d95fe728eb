package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.throughline.intake.csv.CsvRecord;

/**
 * Which rows at the start of a table are its header: one as a rule; two or three where titles of groups stand above the names. Merged
 * cells arrive as one text and blanks to its right, or below it.
 *
 * @param first position of the header's first row among the records
 * @param last position of its last row, the one with the names
 */
record HeaderRows(int first, int last) {

    /** So many rows may belong to a header. */
    static final int MOST = 3;

    private static final int LONGEST_TITLE = 80;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern HAS_LETTER = Pattern.compile(".*\\p{L}.*", Pattern.DOTALL);

    /**
     * @param records the first of the table
     * @param header position of the first that is filled as headers are
     * @param known whether a text is a header that the vocabulary knows
     */
    static HeaderRows of(List<CsvRecord> records, int header, Predicate<String> known) {
        int last = header;
        while (last - header < MOST - 1
                && last + 1 < records.size()
                && goesOn(records.get(last), records.get(last + 1), known)) {
            last++;
        }
        CsvRecord names = records.get(last);
        int first = last;
        while (first > 0
                && last - first < MOST - 1
                && (first > header && hangsBelow(records.get(first))
                        || isAbove(records.get(first - 1), records.get(first), names, known))) {
            first--;
        }
        return new HeaderRows(first, last);
    }

    List<String[]> cells(List<CsvRecord> records) {
        return records.subList(first, last + 1).stream().map(CsvRecord::cells).toList();
    }

    /** Says that rows were joined, and how. */
    void report(RawTable table, List<CsvRecord> records, ProblemList problems) {
        if (first == last) {
            return;
        }
        String joined = table.columns().stream()
                .filter(header -> header.before() != null)
                .map(Header::text)
                .findFirst()
                .orElse(table.headers().get(0));
        problems.warning(
                table.file(),
                records.get(last).row(),
                null,
                null,
                "A header of " + (last - first + 1) + " rows, "
                        + records.get(first).row() + " to " + records.get(last).row() + ".",
                "A header of one row.",
                "Nothing, if the columns are named rightly; else keep the row with their names alone.",
                "one header, with the titles before the names: " + Words.quote(joined));
    }

    /** Whether the next row names what the upper one only groups. */
    private static boolean goesOn(CsvRecord upper, CsvRecord next, Predicate<String> known) {
        if (next.row() != upper.row() + 1 || !hasOnlyTitles(next)) {
            return false;
        }
        int width = Math.max(width(upper), width(next));
        boolean hasGap = false;
        boolean isFull = true;
        for (int column = 0; column < width; column++) {
            boolean gap = isBlank(upper, column);
            hasGap |= gap;
            isFull &= !isBlank(next, column);
            if (gap && (isBlank(next, column) || column == 0)) {
                return false;
            }
        }
        return hasGap
                && (hangsBelow(next) || isFull && count(next, known) >= 2 && count(next, known) > count(upper, known));
    }

    /** The first header hangs down from the row above, in a merged cell. */
    private static boolean hangsBelow(CsvRecord next) {
        return isBlank(next, 0);
    }

    /**
     * Whether the row above holds titles of groups: each above a name, and one that the names need, as they repeat under others or are known
     * to nobody. What else stands above a header is a title of the whole, or a note in two cells.
     */
    private static boolean isAbove(CsvRecord above, CsvRecord below, CsvRecord names, Predicate<String> known) {
        List<Integer> titles = filled(above);
        boolean isTitleOfAll = titles.size() == 1 && titles.get(0) == 0;
        if (above.row() + 1 != below.row() || titles.isEmpty() || isTitleOfAll || !hasOnlyTitles(above)) {
            return false;
        }
        return titles.stream().noneMatch(column -> isBlank(below, column))
                && (tellsApart(titles, names) || explains(titles, names, known));
    }

    /** Whether a name stands under two titles. */
    private static boolean tellsApart(List<Integer> titles, CsvRecord names) {
        Map<String, Integer> first = new HashMap<>();
        for (int column : filled(names)) {
            int title = (int) titles.stream().filter(from -> from <= column).count();
            Integer other = first.putIfAbsent(Words.squeeze(names.cells()[column]), title);
            if (other != null && other != title) {
                return true;
            }
        }
        return false;
    }

    /** Whether a title stands above two names or more of which the first two are known to nobody. */
    private static boolean explains(List<Integer> titles, CsvRecord names, Predicate<String> known) {
        return titles.stream()
                .anyMatch(title -> !titles.contains(title + 1)
                        && !isKnown(names, title, known)
                        && !isKnown(names, title + 1, known));
    }

    private static boolean isKnown(CsvRecord names, int column, Predicate<String> known) {
        return isBlank(names, column) || known.test(Words.trim(names.cells()[column]));
    }

    private static int count(CsvRecord record, Predicate<String> known) {
        return (int) filled(record).stream()
                .filter(column -> known.test(Words.trim(record.cells()[column])))
                .count();
    }

    private static boolean hasOnlyTitles(CsvRecord record) {
        List<Integer> filled = filled(record);
        return !filled.isEmpty() && filled.stream().allMatch(column -> isTitle(Words.trim(record.cells()[column])));
    }

    /** Figures and dates are no titles, but for years; nor is what ends as "Exported on:" does. */
    private static boolean isTitle(String text) {
        return text.length() <= LONGEST_TITLE
                && !text.endsWith(":")
                && (HAS_LETTER.matcher(text).matches() || YEAR.matcher(text).matches());
    }

    private static List<Integer> filled(CsvRecord record) {
        List<Integer> filled = new ArrayList<>();
        for (int column = 0; column < record.cells().length; column++) {
            if (!isBlank(record, column)) {
                filled.add(column);
            }
        }
        return filled;
    }

    private static int width(CsvRecord record) {
        List<Integer> filled = filled(record);
        return filled.isEmpty() ? 0 : filled.get(filled.size() - 1) + 1;
    }

    private static boolean isBlank(CsvRecord record, int column) {
        return column >= record.cells().length
                || Words.trim(record.cells()[column]).isEmpty();
    }
}
