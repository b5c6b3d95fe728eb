package org.throughline.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words so that no line is wider than a terminal. A word that is wider stands on a line of its own. */
final class Paragraph {

    private Paragraph() {}

    /** At least one line; {@code width} in columns. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : Words.clean(text).split(" ")) {
            int wide = width(word);
            if (line.length() > 0 && used + 1 + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            used += wide + (line.length() > 0 ? 1 : 0);
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** At most so many characters, the last an ellipsis where there were more. */
    static String shortened(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }

    /** Columns that a terminal gives the text: marks take none, East Asian wide characters and emoji two. */
    static int width(String text) {
        return text.codePoints().map(Paragraph::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(c) ? 2 : 1;
    }

    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
    }
}
