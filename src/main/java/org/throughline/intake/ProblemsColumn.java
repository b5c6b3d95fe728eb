package org.throughline.intake;

import java.util.Arrays;
import java.util.List;
import org.throughline.facts.SpreadsheetText;
import org.throughline.intake.csv.CsvRecord;

/** The column that annotated copies have beside the user's own: written by us, and not read again. */
final class ProblemsColumn {

    static final String HEADER = "Problems (Throughline)";

    private ProblemsColumn() {}

    /** Its position in one of the rows that may be the header, or -1. */
    static int in(List<CsvRecord> header) {
        for (CsvRecord record : header) {
            for (int column = 0; column < record.cells().length; column++) {
                if (Words.trim(record.cells()[column]).equals(HEADER)) {
                    return column;
                }
            }
        }
        return -1;
    }

    /** The row without that column, as it was before it was annotated; the row itself where there is none. */
    static CsvRecord without(int position, boolean safe, CsvRecord record) {
        if (position < 0) {
            return record;
        }
        String[] cells = record.cells();
        if (position < cells.length) {
            String[] fewer = Arrays.copyOf(cells, cells.length - 1);
            System.arraycopy(cells, position + 1, fewer, position, cells.length - position - 1);
            cells = onlyCell(fewer) ? Arrays.copyOf(fewer, 1) : fewer;
        }
        return new CsvRecord(record.row(), safe ? originals(cells) : cells, record.oddity());
    }

    private static String[] originals(String[] cells) {
        return Arrays.stream(cells).map(SpreadsheetText::original).toArray(String[]::new);
    }

    /** A note below the table has blanks after it only because of its remark. */
    private static boolean onlyCell(String[] cells) {
        return cells.length > 1
                && !cells[0].isBlank()
                && Arrays.stream(cells).skip(1).allMatch(String::isBlank);
    }
}
