package org.throughline.intake.csv;

/** How a file separates and quotes its cells. A quote inside a quoted cell is doubled, as RFC 4180 says. */
public record Dialect(char delimiter, char quote) {

    public static final Dialect RFC4180 = new Dialect(',', '"');

    /** The delimiter as people say it. */
    public String delimiterName() {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "'" + delimiter + "'";
        };
    }
}
