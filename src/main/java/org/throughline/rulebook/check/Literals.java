package org.throughline.rulebook.check;

import java.math.BigDecimal;
import org.throughline.rulebook.check.Tokens.Token;

/** Values as they are written in rules. */
final class Literals {

    private Literals() {}

    /** @throws Misread if it is no plain number */
    static Expr amount(Token token) {
        String digits = token.written().replaceAll("[BILFDbilfd]$", "");
        if (digits.matches("\\d{1,15}(\\.\\d{1,15})?")) {
            return new Expr.Amount(token.from(), token.to(), new BigDecimal(digits), token.written());
        }
        throw new Misread(
                token.from(),
                token.to(),
                "\"" + token.written() + "\" is no number",
                "Put the number and its unit into thresholds.csv, and compare with it.");
    }

    /** @throws Misread if a letter in it is written as a code */
    static String text(Token token) {
        String inside = token.written().substring(1, token.written().length() - 1);
        if (inside.contains("\\u")) {
            throw new Misread(token.from(), token.to(), "a letter written as a \\u code", "Write the letter itself.");
        }
        return inside.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
