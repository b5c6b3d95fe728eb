package org.throughline.rulebook.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.throughline.rulebook.check.Expr.Binary;

/**
 * Which regular expressions may be matched: those that cannot take forever on a long text. A repeated group, or many open ends, can be
 * tried in more ways than there are particles; so groups are not repeated, and at most two parts have no upper bound.
 */
final class Regexes {

    private static final int LONGEST = 200;
    private static final int OPEN_ENDS = 2;
    private static final Pattern ESCAPED = Pattern.compile("\\\\.|\\[[^\\]]*\\]");
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)\\s*[*+?{]");
    private static final Pattern OPEN = Pattern.compile("[*+]|\\{\\d+,\\}");
    private static final Pattern LARGE = Pattern.compile("\\{\\d*,?\\d{3,}\\}");
    private static final Pattern BACK = Pattern.compile("\\\\\\d|\\\\k<|\\(\\?");

    private Regexes() {}

    static void check(Binary it, Flaws flaws) {
        if (!(it.right() instanceof Expr.Text text)) {
            flaws.error(
                    it.right(),
                    "the pattern that a text has to match is not written here",
                    "Write it as a text: matches \"...\".");
            return;
        }
        flaws.warning(
                it.at(),
                it.at() + it.operator().length(),
                "matches is slow: it is tried for every pair of facts, and 500 times slower than ==",
                "Prefer ==, in or str[startsWith], or derive the answer once.");
        try {
            Pattern.compile(text.value());
        } catch (PatternSyntaxException e) {
            flaws.error(
                    text,
                    "it is no regular expression: " + e.getDescription(),
                    "Mend it, or use ==, in or str[startsWith].");
            return;
        }
        String fault = fault(text.value());
        if (!fault.isEmpty()) {
            flaws.error(
                    text,
                    "this regular expression could run for hours on one long text: " + fault,
                    "Use ==, in or str[startsWith], or a pattern without that.");
        }
    }

    private static String fault(String regex) {
        String plain = ESCAPED.matcher(regex).replaceAll("x");
        if (regex.length() > LONGEST) {
            return "it is longer than " + LONGEST + " characters";
        }
        if (BACK.matcher(regex).find()) {
            return "it looks back or ahead";
        }
        if (REPEATED_GROUP.matcher(plain).find()) {
            return "it repeats a group";
        }
        Matcher open = OPEN.matcher(plain);
        boolean tooMany = open.results().count() > OPEN_ENDS;
        return tooMany || LARGE.matcher(plain).find()
                ? "it repeats more than " + OPEN_ENDS + " parts without an end"
                : "";
    }
}
