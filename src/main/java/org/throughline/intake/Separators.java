package org.throughline.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which of comma and point is the decimal mark of a column: what its clear cells show holds for those that could be either. */
final class Separators {

    private boolean commaIsDecimal;
    private boolean commaGroups;
    private boolean pointGroups;
    private boolean commaBeforeThree;

    /** Looks at a number of the column. */
    void survey(String text) {
        int comma = text.indexOf(',');
        int point = text.indexOf('.');
        if (comma >= 0 && point >= 0) {
            boolean commaLast = text.lastIndexOf(',') > text.lastIndexOf('.');
            commaIsDecimal |= commaLast;
            pointGroups |= commaLast;
            commaGroups |= !commaLast;
        } else if (comma >= 0) {
            boolean groups = inThrees(text, ',');
            commaBeforeThree |= groups;
            commaIsDecimal |= !groups && comma == text.lastIndexOf(',');
            commaGroups |= groups && comma != text.lastIndexOf(',');
        } else if (point >= 0 && point != text.lastIndexOf('.')) {
            pointGroups |= inThrees(text, '.');
        }
    }

    /** True where a comma could be either in this text and no cell of the column tells. */
    boolean isUnclear(String text) {
        return text.indexOf(',') >= 0
                && text.indexOf('.') < 0
                && text.indexOf(',') == text.lastIndexOf(',')
                && inThrees(text, ',')
                && commaIsDecimal == commaGroups;
    }

    /** True where this text has a point, another one of the column a comma, either before three digits, and no cell tells which is which. */
    boolean isUnclearPoint(String text) {
        return commaBeforeThree
                && commaIsDecimal == commaGroups
                && text.indexOf(',') < 0
                && text.indexOf('.') == text.lastIndexOf('.')
                && inThrees(text, '.')
                && !pointGroups;
    }

    /** The number, or null where the text is none. An unclear comma groups thousands. */
    @Nullable
    BigDecimal read(String text) {
        String compact = withoutBlanks(text);
        int comma = compact.indexOf(',');
        if (comma < 0) {
            boolean groups = compact.indexOf('.') != compact.lastIndexOf('.') || pointGroups && !commaGroups;
            return groups && inThrees(compact, '.')
                    ? NumberText.plain(compact.replace(".", ""))
                    : NumberText.plain(compact);
        }
        if (compact.indexOf('.') >= 0) {
            return both(compact);
        }
        boolean groups =
                inThrees(compact, ',') && (comma != compact.lastIndexOf(',') || !commaIsDecimal || commaGroups);
        return NumberText.plain(compact.replace(",", groups ? "" : "."));
    }

    private static @Nullable BigDecimal both(String text) {
        boolean commaLast = text.lastIndexOf(',') > text.lastIndexOf('.');
        char group = commaLast ? '.' : ',';
        int mark = text.lastIndexOf(commaLast ? ',' : '.');
        if (!inThrees(text.substring(0, mark), group)) {
            return null;
        }
        return NumberText.plain(
                text.substring(0, mark).replace(String.valueOf(group), "") + "." + text.substring(mark + 1));
    }

    /** Whether every group of digits after that mark has three, and the first one to three. */
    private static boolean inThrees(String text, char mark) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int first = text.indexOf(mark);
        if (first < from + 1 || first > from + 3 || text.charAt(from) == '0') {
            return false;
        }
        for (int at = first; at >= 0; at = text.indexOf(mark, at + 1)) {
            int next = text.indexOf(mark, at + 1);
            if ((next < 0 ? text.length() : next) - at != 4) {
                return false;
            }
        }
        return true;
    }

    private static String withoutBlanks(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean drop = c == ' ' || c == '\'' || c == 0x2019 || c > 0x7f && Character.isSpaceChar(c);
            if (drop && out == null) {
                out = new StringBuilder(text.substring(0, i));
            } else if (!drop && out != null) {
                out.append(c == 0x2212 ? '-' : c);
            }
        }
        return out == null ? text.replace('\u2212', '-') : out.toString();
    }
}
