package org.throughline.intake.csv;

import org.jspecify.annotations.Nullable;

/**
 * One record.
 *
 * @param row as a spreadsheet counts: the first record is 1, a line break inside quotes starts no new row
 * @param characters no cell has more
 * @param oddity what was odd about its text and how it was read all the same, or null
 */
public record CsvRecord(
        int row, String[] cells, int characters, @Nullable Oddity oddity) {

    public CsvRecord(int row, String[] cells, @Nullable Oddity oddity) {
        this(row, cells, longest(cells), oddity);
    }

    private static int longest(String[] cells) {
        int longest = 0;
        for (String cell : cells) {
            longest = Math.max(longest, cell.length());
        }
        return longest;
    }

    /** What the text of a record may have that RFC 4180 does not. */
    public enum Oddity {
        /** A quote opens and never closes; it was taken as a character. */
        UNCLOSED_QUOTE,
        /** A quote stands where none may; it was taken as a character. */
        STRAY_QUOTE,
        /** Another delimiter than the rest of the file's. */
        OTHER_DELIMITER,
        /** NUL characters, which are left out. */
        NUL
    }

    /** True where no cell holds anything. */
    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Number of cells that hold something. */
    int filled() {
        int filled = 0;
        for (String cell : cells) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }
}
