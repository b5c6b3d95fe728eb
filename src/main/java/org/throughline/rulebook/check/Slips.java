package org.throughline.rulebook.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.Tokens.Kind;
import org.throughline.rulebook.check.Tokens.Token;

/** Small slips that keep a rule from being read, each with what should be written: signs of word processors, of spreadsheets, of other languages. */
final class Slips {

    private static final String CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a";
    private static final String BLANKS = "\u00a0\u2007\u202f\u200b\ufeff";
    private static final Set<String> KEYWORDS =
            Set.of("not", "exists", "accumulate", "from", "in", "contains", "matches", "when", "then", "end", "rule");
    private static final Set<String> UNITS = Set.of(
            "day", "days", "d", "hour", "hours", "h", "week", "weeks", "month", "months", "year", "years", "min",
            "minutes", "percent", "pct", "EUR", "euro");
    private static final Set<String> ALIKE =
            Set.of("like", "between", "is", "AND", "OR", "equals", "<>", "=<", "=>", ":=");

    /** What Java itself says badly of a sign. */
    private static final Map<String, String> SIGNS = Map.of("#", "Write // before a comment.", "`", "Write \"...\".");

    private final Flaws flaws;
    private final List<Token> tokens;

    Slips(Flaws flaws, List<Token> tokens) {
        this.flaws = flaws;
        this.tokens = tokens;
    }

    /** Reports the first one between two tokens; false where there is none. */
    boolean between(int from, int to) {
        for (int i = from; i < to; i++) {
            Misread slip = slip(i);
            if (slip != null) {
                flaws.error(slip);
                return true;
            }
        }
        return false;
    }

    private @Nullable Misread slip(int i) {
        Token token = tokens.get(i);
        return token.kind() == Kind.SIGN ? sign(token, i) : token.kind() == Kind.WORD ? word(token, i) : null;
    }

    private @Nullable Misread sign(Token token, int i) {
        if (CURLY.contains(token.written())) {
            return new Misread(
                    token.from(),
                    token.to(),
                    "a quotation mark of a word processor",
                    "Write the straight one, before the text and behind it: \"...\"");
        }
        if (BLANKS.contains(token.written())) {
            return new Misread(
                    token.from(),
                    token.to(),
                    "a blank of a special kind, as word processors and web pages have them",
                    "Write a plain blank instead.");
        }
        if (SIGNS.containsKey(token.written())) {
            return at(token, "\"" + token.written() + "\" has no meaning in a rule", SIGNS.get(token.written()));
        }
        if (token.is("=")) {
            boolean variable = previous(i).written().startsWith("$");
            return variable
                    ? at(
                            token,
                            "one = sign behind a variable",
                            "Write " + previous(i).written() + " : ... to name a value, == to compare.")
                    : at(token, "one = sign: it would store, not compare", "Write ==.");
        }
        if (token.is(",") && tokens.get(i + 1).is(")")) {
            return at(token, "a comma with nothing behind it", "Delete it, or write what is missing.");
        }
        return instead(token);
    }

    private @Nullable Misread word(Token token, int i) {
        String written = token.written();
        Token next = tokens.get(i + 1);
        if (previous(i).kind() == Kind.NUMBER && UNITS.contains(written)) {
            return new Misread(
                    previous(i).from(),
                    token.to(),
                    "a number with a unit",
                    "Put it into thresholds.csv, with its unit and reason, and bind its value: Threshold( name =="
                            + " \"...\", $limit : value ).");
        }
        boolean field =
                next.kind() == Kind.WORD && Character.isLowerCase(next.written().charAt(0));
        if (token.is("not")
                && field
                && !next.is("in")
                && (previous(i).is("(") || previous(i).is(","))) {
            return at(token, "\"not\" before a field", "Write " + next.written() + " == false, or != instead of ==.");
        }
        String small = written.toLowerCase(java.util.Locale.ROOT);
        if (!written.equals(small) && KEYWORDS.contains(small)) {
            return at(token, "\"" + written + "\" in capitals", "Write " + small + ".");
        }
        return instead(token);
    }

    private static @Nullable Misread instead(Token token) {
        return ALIKE.contains(token.written())
                ? at(
                        token,
                        "\"" + token.written() + "\" between conditions",
                        "Write " + ExprParser.instead(token.written()) + ".")
                : null;
    }

    private Token previous(int i) {
        return tokens.get(Math.max(i - 1, 0));
    }

    private static Misread at(Token token, String found, String fix) {
        return new Misread(token.from(), token.to(), found, fix);
    }
}
