package org.throughline.facts;

import java.util.regex.Pattern;

/**
 * Texts as cells of files that people open in a spreadsheet: one that it would run as a formula gets an apostrophe before it, which can be
 * taken away again without loss. Numbers stay numbers, and a hyphen alone stays what it is.
 */
public final class SpreadsheetText {

    /** What starts a formula, full-width forms too, and what makes a spreadsheet look behind it for one. */
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d[\\d.,' \u00a0\u202f]*|[.,]\\d+)([eE][+-]?\\d+)?\\s*%?|-");
    private static final char APOSTROPHE = '\'';

    private SpreadsheetText() {}

    /** Harmless in a spreadsheet. */
    public static String safe(String text) {
        return wouldRun(text) ? APOSTROPHE + text : text;
    }

    /** What {@link #safe} was given. */
    public static String original(String safe) {
        return !safe.isEmpty() && safe.charAt(0) == APOSTROPHE && wouldRun(safe) ? safe.substring(1) : safe;
    }

    /** Apostrophes and blanks before it count as nothing, so that one more of them can always be told from the others. */
    private static boolean wouldRun(String text) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) == APOSTROPHE || text.charAt(from) == ' ')) {
            from++;
        }
        return from < text.length()
                && STARTS.indexOf(text.charAt(from)) >= 0
                && !NUMBER.matcher(text.substring(from)).matches();
    }
}
