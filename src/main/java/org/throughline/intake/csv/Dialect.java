package org.throughline.intake.csv;

/**
 * How a file separates, quotes and escapes its cells.
 *
 * @param quote the character around cells that hold a delimiter, a quote or a line break
 * @param escape what stands before a quote inside a quoted cell, or 0 where the quote is doubled, as RFC 4180 says
 * @param padded whether a blank follows every delimiter and belongs to no cell
 */
public record Dialect(char delimiter, char quote, char escape, boolean padded) {

    public static final char DOUBLED = '\0';
    public static final Dialect RFC4180 = new Dialect(',', '"');

    public Dialect(char delimiter, char quote) {
        this(delimiter, quote, DOUBLED, false);
    }

    /** The delimiter as people say it. */
    public String delimiterName() {
        return nameOf(delimiter);
    }

    static String nameOf(char delimiter) {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            case ' ' -> "blank";
            case ':' -> "colon";
            default -> "'" + delimiter + "'";
        };
    }
}
