package org.throughline.intake;

/** The limits of one table, of whatever it was read from; what goes beyond them is reported. */
final class RowLimits {

    private final String file;
    private final Limits limits;
    private final ProblemList problems;
    private int rows;

    RowLimits(String file, Limits limits, ProblemList problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
    }

    /** Whether a table of so many columns is read at all. */
    boolean admitsColumns(int columns, int headerRow) {
        if (columns > limits.columns()) {
            problems.error(
                    file,
                    headerRow,
                    null,
                    null,
                    columns + " columns.",
                    limits.atMost(limits.columns(), "columns", "columns"),
                    "Keep the columns that matter, or raise the setting; the table was left aside.");
        }
        return columns <= limits.columns();
    }

    /** Counts a row; whether it is read. */
    boolean admitsRow(int row) {
        if (++rows == limits.rows() + 1) {
            problems.error(
                    file,
                    row,
                    null,
                    null,
                    "More than " + limits.rows() + " rows.",
                    limits.atMost(limits.rows(), "rows", "rows"),
                    "Split the table, or raise the setting; the rows from here on were left aside.");
        }
        return rows <= limits.rows();
    }

    /** Whether a cell may be longer than it should. */
    boolean mayExceed(int characters) {
        return characters > limits.cellCharacters();
    }

    /** The cell, cut where it is too long. */
    String cut(int row, String column, String cell) {
        if (cell.length() <= limits.cellCharacters()) {
            return cell;
        }
        problems.error(
                file,
                row,
                column,
                null,
                "A cell of " + cell.length() + " characters.",
                limits.atMost(limits.cellCharacters(), "characters", "cellCharacters"),
                "Shorten it, or raise the setting; what comes after was left aside.");
        return cell.substring(0, limits.cellCharacters());
    }
}
