package org.throughline.intake;

import java.util.List;
import org.throughline.intake.csv.CsvRecord;

/** What is to be said about the rows of one CSV file as such, whatever they mean. */
final class CsvProblems {

    private final String file;
    private final List<String> headers;
    private final String delimiter;
    private final ProblemList problems;
    private int rowsTooShort;
    private int firstTooShort;

    CsvProblems(String file, List<String> headers, String delimiter, ProblemList problems) {
        this.file = file;
        this.headers = headers;
        this.delimiter = delimiter;
        this.problems = problems;
    }

    /** What stands above the header. */
    void preamble(int row) {
        if (row > 1) {
            problems.warning(
                    file,
                    row,
                    null,
                    null,
                    "The header in this row; what stands above it was taken for a title or notes.",
                    "The header in row 1.",
                    "Nothing, if this row holds the headers; else remove what is above them.",
                    null);
        }
    }

    /** What was odd about the text of a record, if anything. */
    void oddity(CsvRecord record) {
        if (record.oddity() == null) {
            return;
        }
        switch (record.oddity()) {
            case UNCLOSED_QUOTE ->
                problems.warning(
                        file,
                        record.row(),
                        null,
                        null,
                        "A quotation mark that opens in this row and never closes.",
                        "Quotation marks in pairs.",
                        "Close it or remove it, if the row was read wrongly.",
                        "a character of its cell");
            case STRAY_QUOTE ->
                problems.warning(
                        file,
                        record.row(),
                        null,
                        null,
                        "A quotation mark in the middle of a cell.",
                        "A quotation mark inside a cell written twice.",
                        "Write it twice, if the row was read wrongly.",
                        "a character of its cell");
            case OTHER_DELIMITER ->
                problems.warning(
                        file,
                        record.row(),
                        null,
                        null,
                        "Cells that are separated otherwise than those of the other rows.",
                        "A " + delimiter + " between cells, as in the other rows.",
                        "Separate them as in the other rows, if the row was read wrongly.",
                        "a row like the others");
            case NUL ->
                problems.warning(
                        file,
                        record.row(),
                        null,
                        null,
                        "NUL characters, which are no text.",
                        "A row without them.",
                        "Nothing, if the row was read rightly; else export the file again.",
                        "the row without them");
        }
    }

    void note(CsvRecord record) {
        problems.warning(
                file,
                record.row(),
                null,
                record.cells()[0],
                "A single text below a blank row; it was taken for a note and left aside.",
                "A row of " + headers.size() + " cells.",
                "Nothing, if it is a note; else remove the blank row above it.",
                null);
    }

    void headerAgain(int row) {
        problems.warning(
                file,
                row,
                null,
                null,
                "The header once more.",
                "One header, in the first row.",
                "Nothing, if the rows below belong to the same table; else put them into a file of their own.",
                "the same table, going on");
    }

    /** Too many cells are said at once, too few are counted. */
    void width(CsvRecord record) {
        String[] cells = record.cells();
        if (cells.length < headers.size()) {
            firstTooShort = rowsTooShort++ == 0 ? record.row() : firstTooShort;
        }
        for (int i = headers.size(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                problems.warning(
                        file,
                        record.row(),
                        null,
                        cells[i],
                        "The row has " + cells.length + " cells, " + (cells.length - headers.size())
                                + " more than the header.",
                        headers.size() + " cells.",
                        "Put a cell that holds a " + delimiter
                                + " in quotation marks; the cells beyond the header were left aside.",
                        null);
                return;
            }
        }
    }

    /** Once, after all rows. */
    void shortRows() {
        if (rowsTooShort > 0) {
            problems.warning(
                    file,
                    firstTooShort,
                    null,
                    null,
                    rowsTooShort == 1
                            ? "A row with fewer cells than the header."
                            : rowsTooShort + " rows with fewer cells than the header, of which this is the first.",
                    headers.size() + " cells.",
                    "Nothing, if the last columns are empty there; else a delimiter is missing: add it.",
                    "empty cells at the end");
        }
    }
}
