package org.throughline.intake.csv;

/**
 * One record.
 *
 * @param row as a spreadsheet counts: the first record is 1, a line break inside quotes starts no new row
 * @param unclosedQuote true where a quote opens and never closes: the record's first line was taken as it stands
 */
public record CsvRecord(int row, String[] cells, boolean unclosedQuote) {

    /** True where no cell holds anything. */
    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
