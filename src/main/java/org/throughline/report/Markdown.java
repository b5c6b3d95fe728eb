package org.throughline.report;

/** Text that shows itself in Markdown, whatever it holds. */
final class Markdown {

    private static final String ALWAYS = "\\`*[]<>|~&";
    private static final String AT_THE_START = "#+-=:>";

    private Markdown() {}

    /**
     * With a backslash before what Markdown or HTML would take for markup. An underscore inside a word is none ({@code use_cases}), and
     * stays readable.
     */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            if (markup(text, i)) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static boolean markup(String text, int i) {
        char c = text.charAt(i);
        return ALWAYS.indexOf(c) >= 0
                || i == 0 && AT_THE_START.indexOf(c) >= 0
                || c == '_' && !(wordAt(text, i - 1) && wordAt(text, i + 1))
                || c == '.' && startsList(text, i)
                || c == '!' && i + 1 < text.length() && text.charAt(i + 1) == '[';
    }

    /** {@code 2. } would be the second of a list, {@code 285.9} is a number. */
    private static boolean startsList(String text, int point) {
        boolean ends = point + 1 == text.length() || Character.isWhitespace(text.charAt(point + 1));
        return ends
                && point > 0
                && point < 10
                && text.substring(0, point).chars().allMatch(Character::isDigit);
    }

    private static boolean wordAt(String text, int i) {
        return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }
}
