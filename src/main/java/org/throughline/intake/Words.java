package org.throughline.intake;

import org.throughline.facts.Texts;

/** Cells and headers as texts: trimmed of everything that cannot be seen, and squeezed for comparison. */
final class Words {

    private Words() {}

    /** Without blanks, no-break and zero-width spaces at both ends, and without control characters. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInvisible(text.charAt(from))) {
            from++;
        }
        while (to > from && isInvisible(text.charAt(to - 1))) {
            to--;
        }
        return withoutControls(text.substring(from, to));
    }

    /** Control characters but for tabs and line breaks are nobody's text. */
    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length());
                text.chars().filter(c -> !isControl((char) c)).forEach(c -> out.append((char) c));
                return out.toString();
            }
        }
        return text;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }

    private static boolean isInvisible(char c) {
        if (c <= ' ') {
            return true;
        }
        if (c < 0x7f) {
            return false;
        }
        return c <= 0xa0
                || c == 0x00ad
                || c == 0xfeff
                || c >= 0x200b && c <= 0x200f
                || c == 0x2060
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c);
    }

    /** Letters and digits alone, after NFKC, in lower case: {@code Start Date (planned)} and {@code start_date-planned} are one. */
    static String squeeze(String text) {
        String folded = Texts.fold(text);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().filter(Words::belongsToWord).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean belongsToWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '%'
                || c == '#';
    }

    /** "A stage", "An id". */
    static String withArticle(String name) {
        return ("aeio".indexOf(name.charAt(0)) < 0 ? "A " : "An ") + name;
    }

    /** In quotes, on one line, and not longer than a line of a message can bear. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length() && out.length() <= 60; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.length() > 60
                ? out.append("…\"").toString()
                : out.append('"').toString();
    }
}
