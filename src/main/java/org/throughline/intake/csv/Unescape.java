package org.throughline.intake.csv;

import java.util.ArrayList;
import java.util.List;

/** Texts in other dialects as RFC 4180 would have them. */
final class Unescape {

    private Unescape() {}

    /** A quote after the escape character as a doubled quote; other escapes stay as they are. */
    static String toDoubled(String text, Dialect dialect) {
        if (dialect.escape() == Dialect.DOUBLED) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = c == dialect.escape() && i + 1 < text.length();
            if (escapes && text.charAt(i + 1) == dialect.quote()) {
                out.append(dialect.quote()).append(dialect.quote());
                i++;
            } else if (escapes && text.charAt(i + 1) == dialect.escape()) {
                out.append(dialect.escape());
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Without the blanks around cells, quoted ones left whole. */
    static String unpadded(String text, Dialect dialect) {
        StringBuilder out = new StringBuilder(text.length());
        boolean quoted = false;
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == dialect.quote()) {
                quoted = !quoted;
            }
            if (start && c == ' ') {
                continue;
            }
            if (!quoted && c == ' ' && closesBefore(text, i, dialect)) {
                continue;
            }
            start = !quoted && c == dialect.delimiter();
            out.append(c);
        }
        return out.toString();
    }

    /** Whether only blanks stand between here and the end of a cell that was quoted. */
    private static boolean closesBefore(String text, int blank, Dialect dialect) {
        int before = blank;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        return before > 0 && text.charAt(before - 1) == dialect.quote();
    }

    /** Cells at a glance: one that opens with a quote ends at the first quote before a delimiter, others at the next delimiter. */
    static String[] splitLeniently(String text, Dialect dialect) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        boolean closers = true;
        while (from <= text.length()) {
            boolean opens = closers && from < text.length() && text.charAt(from) == dialect.quote();
            int close = opens ? closing(text, from + 1, dialect) : -1;
            closers &= !opens || close >= 0;
            int next = text.indexOf(dialect.delimiter(), Math.max(from, close));
            int end = next < 0 ? text.length() : next;
            cells.add(close < 0 ? text.substring(from, end) : text.substring(from + 1, close));
            from = end + 1;
        }
        return cells.toArray(String[]::new);
    }

    private static int closing(String text, int from, Dialect dialect) {
        int at = text.indexOf(dialect.quote(), from);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) != dialect.delimiter()) {
            at = text.indexOf(dialect.quote(), at + 1);
        }
        return at;
    }
}
