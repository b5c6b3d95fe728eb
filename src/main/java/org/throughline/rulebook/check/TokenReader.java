package org.throughline.rulebook.check;

import java.util.List;
import org.throughline.rulebook.check.Tokens.Kind;
import org.throughline.rulebook.check.Tokens.Token;

/** Goes through tokens one by one, and says what is wrong where it cannot go on. */
class TokenReader {

    private final List<Token> tokens;
    private int at;

    TokenReader(String text, int from, int to) {
        this.tokens = Tokens.of(text, from, to);
    }

    final Misread missing(Token token) {
        if (token.kind() == Kind.END) {
            int end = at > 0 ? previous().to() : token.from();
            return new Misread(
                    Math.max(end - 1, 0),
                    end,
                    "the condition stops in the middle",
                    "Write what it compares with, or delete the rest.");
        }
        return unexpected(shown(token) + " where a field, a variable or a value should be", "Write what is compared.");
    }

    final Misread unexpected(String found, String fix) {
        Token token = peek();
        return new Misread(token.from(), Math.max(token.to(), token.from() + 1), found, fix);
    }

    static String shown(Token token) {
        return token.kind() == Kind.END
                ? "the end"
                : token.kind() == Kind.TEXT ? token.written() : "\"" + token.written() + "\"";
    }

    final Token expect(String sign) {
        if (!peek().is(sign)) {
            throw unexpected("\"" + sign + "\" is missing before " + shown(peek()), "Add it.");
        }
        return take();
    }

    final Token takeWord(String what) {
        if (peek().kind() != Kind.WORD) {
            throw unexpected(shown(peek()) + " where there should be " + what, "Write its name.");
        }
        return take();
    }

    final Token peek() {
        return tokens.get(at);
    }

    final Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    final Token previous() {
        return tokens.get(at - 1);
    }

    final Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
