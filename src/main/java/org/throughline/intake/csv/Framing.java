package org.throughline.intake.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the table starts in a file: below titles and notes, at the first row that is as wide as the table and filled as headers are.
 *
 * @param header position of the header among the records, blank ones counted, from 0
 * @param columns the number of columns
 */
public record Framing(int header, int columns) {

    private static final int LOOKED_AT = 60;

    /** @param usual the number of cells that most records have */
    static Framing of(List<CsvRecord> records, int usual) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < records.size() && i < LOOKED_AT; i++) {
            if (!records.get(i).isBlank()) {
                lines.add(i);
            }
        }
        if (lines.isEmpty()) {
            return new Framing(0, usual);
        }
        for (int line : lines) {
            if (isHeader(records.get(line), usual)) {
                return new Framing(line, usual);
            }
        }
        return new Framing(lines.get(0), usual);
    }

    /** Position of the header among the first rows of a table, none of them blank. */
    public static int headerOf(List<CsvRecord> rows) {
        int widest = rows.stream().mapToInt(CsvRecord::filled).max().orElse(1);
        return of(rows, widest).header();
    }

    /** A title is one cell in a wide table; a note has fewer cells than the table has columns. */
    private static boolean isHeader(CsvRecord record, int usual) {
        int filled = record.filled();
        if (usual <= 1) {
            return filled >= 1;
        }
        int enough = usual == 2 ? 2 : Math.max(2, (int) Math.ceil(usual * 0.5));
        return filled >= enough;
    }
}
