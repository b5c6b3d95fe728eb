package org.throughline.rulebook.check;

/** What no person writes and no parser survives: found before a file is parsed. */
final class Bounds {

    private static final int LARGEST = 500_000;
    private static final int DEEPEST = 12;

    private Bounds() {}

    /** @return whether the file may be parsed; why not is reported */
    static boolean check(Source source, Flaws flaws) {
        String text = source.text();
        if (text.length() > LARGEST) {
            flaws.error(
                    0,
                    1,
                    "the file has " + text.length() + " characters",
                    "Put its rules into several files, of " + LARGEST + " characters at most.");
            return false;
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                i = closing(text, i);
            } else if (text.startsWith("//", i) || text.startsWith("/*", i)) {
                i = end(text, i);
            } else if (sign == '(' || sign == '[' || sign == '{') {
                depth++;
            } else if (sign == ')' || sign == ']' || sign == '}') {
                depth = Math.max(0, depth - 1);
            }
            if (depth > DEEPEST) {
                flaws.error(i, i + 1, "parentheses nested too deeply", "Write several simpler conditions.");
                return false;
            }
        }
        return true;
    }

    private static int closing(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\n') {
                return i;
            }
            i += sign == '\\' ? 1 : 0;
        }
        return text.length();
    }

    private static int end(String text, int from) {
        String close = text.charAt(from + 1) == '/' ? "\n" : "*/";
        int found = text.indexOf(close, from + 2);
        return found < 0 ? text.length() : found + close.length() - 1;
    }
}
