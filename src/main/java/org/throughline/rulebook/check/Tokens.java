package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a part of a file into words, texts, numbers and signs; comments are left out. */
final class Tokens {

    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /** @param written as it stands in the file; of a text, with its quotes */
    record Token(Kind kind, int from, int to, String written) {

        boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.WORD) && written.equals(sign);
        }
    }

    private static final List<String> LONG_SIGNS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "!.", "<>", "=<", "=>", ":=", "++", "--", "->", "::");

    private final String text;
    private final int end;
    private int at;
    private int unclosed = -1;

    private Tokens(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /**
     * All tokens of a part, with one of kind END behind them.
     *
     * @throws Misread at a text that is not closed, or written between single quotes
     */
    static List<Token> of(String text, int from, int to) {
        Tokens tokens = new Tokens(text, from, to);
        List<Token> all = new ArrayList<>();
        for (Token token = tokens.next(); token != null; token = tokens.next()) {
            all.add(token);
        }
        all.add(new Token(Kind.END, to, to, ""));
        return all;
    }

    /** Where a comment begins that nothing ends, or -1. */
    static int unclosedComment(String text) {
        Tokens tokens = new Tokens(text, 0, text.length());
        while (tokens.at < text.length()) {
            tokens.skipBlanks();
            if (tokens.unclosed >= 0) {
                return tokens.unclosed;
            }
            tokens.skip();
        }
        return -1;
    }

    /** One sign, or a text as far as its line goes. */
    private void skip() {
        boolean open = at < end && text.charAt(at) == '"';
        at++;
        while (open && at < end && text.charAt(at) != '\n') {
            open = text.charAt(at) != '"';
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private @Nullable Token next() {
        skipBlanks();
        if (at >= end) {
            return null;
        }
        int from = at;
        char first = text.charAt(at);
        if (Character.isJavaIdentifierStart(first)) {
            return token(Kind.WORD, from, run(from, false));
        }
        if (Character.isDigit(first)) {
            return token(Kind.NUMBER, from, run(from, true));
        }
        if (first == '"') {
            return token(Kind.TEXT, from, closing(from));
        }
        if (first == '\'') {
            throw new Misread(from, from + 1, "a text between single quotes", "Write \"...\" with double quotes.");
        }
        for (String sign : LONG_SIGNS) {
            if (text.startsWith(sign, at) && at + sign.length() <= end) {
                return token(Kind.SIGN, from, from + sign.length());
            }
        }
        return token(Kind.SIGN, from, from + 1);
    }

    private Token token(Kind kind, int from, int to) {
        at = to;
        return new Token(kind, from, to, text.substring(from, to));
    }

    private int run(int from, boolean number) {
        int to = from;
        while (to < end && (Character.isJavaIdentifierPart(text.charAt(to)) || number && isPoint(to))) {
            to++;
        }
        return to;
    }

    private boolean isPoint(int i) {
        return text.charAt(i) == '.' && i + 1 < end && Character.isDigit(text.charAt(i + 1));
    }

    private int closing(int from) {
        for (int i = from + 1; i < end && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        throw new Misread(from, from + 1, "a text that is not closed", "Put a \" at its end, on the same line.");
    }

    private void skipBlanks() {
        while (at < end) {
            if (text.startsWith("//", at)) {
                at = before(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                unclosed = close < 0 ? at : unclosed;
                at = close < 0 ? end : Math.min(close + 2, end);
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private int before(int found) {
        return found < 0 ? end : Math.min(found, end);
    }
}
