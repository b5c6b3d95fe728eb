package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.check.Tokens.Kind;
import org.throughline.rulebook.check.Tokens.Token;

/** Reads conditions and consequences. What it does not know, no rule may say. */
final class ExprParser extends TokenReader {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("contains", "memberOf", "matches");

    /** What people write instead, from other languages. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("=", "=="),
            Map.entry("<>", "!="),
            Map.entry("=<", "<="),
            Map.entry("=>", ">="),
            Map.entry("and", "a comma, or &&"),
            Map.entry("AND", "a comma, or &&"),
            Map.entry("or", "||"),
            Map.entry("OR", "||"),
            Map.entry("is", "=="),
            Map.entry("equals", "=="),
            Map.entry("like", "str[startsWith], str[endsWith] or contains, without signs that stand for others"),
            Map.entry("between", "two comparisons, >= and <=, with a comma between them"),
            Map.entry(":=", ":"));

    /** Deeper is nothing that a person wrote. */
    private static final int DEEPEST = 60;

    private int depth;

    ExprParser(String text, int from, int to) {
        super(text, from, to);
    }

    /** A condition of a pattern: {@code $x : hours > 0}. */
    record Condition(@Nullable Name binding, Expr expr) {}

    /** @throws Misread if it is none */
    static Condition condition(String text, int from, int to) {
        ExprParser parser = new ExprParser(text, from, to);
        Condition condition = parser.condition();
        parser.finish();
        return condition;
    }

    /** @throws Misread if it is none */
    static Expr expression(String text, int from, int to) {
        ExprParser parser = new ExprParser(text, from, to);
        Expr expr = parser.any();
        parser.finish();
        return expr;
    }

    private Condition condition() {
        Name binding = null;
        if (peek().kind() == Kind.WORD && peek(1).is(":")) {
            Token name = take();
            take();
            binding = new Name(name.from(), name.to(), name.written());
        }
        return new Condition(binding, any());
    }

    /** Any expression, up to where it ends. */
    Expr any() {
        if (++depth > DEEPEST) {
            throw unexpected("parentheses nested too deeply", "Write several simpler conditions.");
        }
        Expr expr = and();
        while (peek().is("||")) {
            Token operator = take();
            Expr right = startsHalf() ? half(expr, operator) : and();
            expr = binary(expr, operator, right);
        }
        depth--;
        return expr;
    }

    private Expr and() {
        Expr expr = comparison();
        while (peek().is("&&")) {
            Token operator = take();
            Expr right = startsHalf() ? half(expr, operator) : comparison();
            expr = binary(expr, operator, right);
        }
        return expr;
    }

    private boolean startsHalf() {
        return COMPARISONS.contains(peek().written());
    }

    /** {@code hours > 2 && < 8}: the comparison goes on with the same left side. */
    private Expr half(Expr before, Token operator) {
        Expr last = before;
        while (last instanceof Binary it
                && (it.operator().equals("&&") || it.operator().equals("||"))) {
            last = it.right();
        }
        if (last instanceof Binary it && COMPARISONS.contains(it.operator())) {
            return compare(it.left());
        }
        throw new Misread(operator.from(), operator.to(), "nothing to compare on the left", "Name the field again.");
    }

    private Expr comparison() {
        return compare(sum());
    }

    private Expr compare(Expr left) {
        Token operator = peek();
        if (COMPARISONS.contains(operator.written()) && operator.kind() == Kind.SIGN) {
            take();
            if (peek().is("=")) {
                throw unexpected("one sign too many", "Write " + operator.written() + " alone.");
            }
            return binary(left, operator, sum());
        }
        if (operator.is("in")) {
            take();
            return in(left, false);
        }
        if (operator.is("not")) {
            take();
            if (peek().is("in")) {
                take();
                return in(left, true);
            }
            return new Expr.Not(left.from(), peek().to(), word(left));
        }
        return WORDS.contains(operator.written()) || operator.is("str") ? word(left) : left;
    }

    private Expr word(Expr left) {
        Token operator = take();
        if (operator.is("str")) {
            expect("[");
            Token which = take();
            Token close = expect("]");
            String name = "str[" + which.written() + "]";
            if (!Set.of("startsWith", "endsWith").contains(which.written())) {
                throw new Misread(
                        operator.from(),
                        close.to(),
                        "there is no comparison " + name,
                        "Write str[startsWith] or str[endsWith].");
            }
            Expr right = sum();
            return new Binary(left.from(), right.to(), left, name, operator.from(), right);
        }
        if (!WORDS.contains(operator.written())) {
            throw new Misread(
                    operator.from(),
                    operator.to(),
                    "\"" + operator.written() + "\" is no comparison",
                    "Write in, contains, memberOf or matches after \"not\".");
        }
        return binary(left, operator, sum());
    }

    private Expr in(Expr left, boolean negated) {
        expect("(");
        List<Expr> choices = list(")");
        return new Expr.In(left.from(), previous().to(), left, negated, choices);
    }

    private Expr sum() {
        Expr expr = product();
        while (peek().is("+") || peek().is("-")) {
            expr = binary(expr, take(), product());
        }
        return expr;
    }

    private Expr product() {
        Expr expr = unary();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            Token operator = take();
            if (operator.is("%") && (peek().kind() == Kind.END || !startsOperand())) {
                throw new Misread(
                        operator.from(),
                        operator.to(),
                        "a % sign after a number",
                        "Put the share into thresholds.csv with the unit %, and bind its share: $limit : share.");
            }
            expr = binary(expr, operator, unary());
        }
        return expr;
    }

    private boolean startsOperand() {
        Kind kind = peek().kind();
        return kind == Kind.WORD && !peek().is("and") || kind == Kind.NUMBER || kind == Kind.TEXT || peek().is("(");
    }

    private Expr unary() {
        Token first = peek();
        if (first.is("!") || first.is("-")) {
            take();
            depth++;
            if (depth > DEEPEST) {
                throw unexpected("too many signs in a row", "Write a simpler condition.");
            }
            Expr of = unary();
            depth--;
            return first.is("!") ? new Expr.Not(first.from(), of.to(), of) : new Expr.Minus(first.from(), of.to(), of);
        }
        return members(primary());
    }

    private Expr members(Expr first) {
        Expr expr = first;
        while (peek().is(".") || peek().is("!.")) {
            take();
            Token name = takeWord("a field or a function behind the dot");
            if (peek().is("(")) {
                take();
                List<Expr> arguments = list(")");
                expr = new Expr.Call(first.from(), previous().to(), expr, name.written(), name.from(), arguments);
            } else {
                expr = new Expr.Field(first.from(), name.to(), expr, name.written(), name.from());
            }
        }
        return expr;
    }

    private Expr primary() {
        Token token = peek();
        switch (token.kind()) {
            case TEXT -> {
                take();
                return new Expr.Text(token.from(), token.to(), Literals.text(token));
            }
            case NUMBER -> {
                take();
                return Literals.amount(token);
            }
            case WORD -> {
                return named();
            }
            default -> {
                if (token.is("(")) {
                    take();
                    Expr inside = any();
                    expect(")");
                    return inside;
                }
                throw missing(token);
            }
        }
    }

    private Expr named() {
        Token word = take();
        return switch (word.written()) {
            case "null" -> new Expr.Null(word.from(), word.to());
            case "true", "false" -> new Expr.Flag(word.from(), word.to(), word.is("true"));
            case "this" -> new Expr.This(word.from(), word.to());
            case "new" -> created(word);
            case "instanceof",
                    "eval",
                    "if",
                    "for",
                    "while",
                    "do",
                    "try",
                    "switch",
                    "throw",
                    "return",
                    "synchronized",
                    "class" ->
                throw new Misread(
                        word.from(),
                        word.to(),
                        "\"" + word.written() + "\" is not for rules",
                        "Say it with conditions; see \"What a rule may do\" in rules/README.md.");
            default -> {
                if (!peek().is("(")) {
                    yield new Name(word.from(), word.to(), word.written());
                }
                take();
                List<Expr> arguments = list(")");
                yield new Expr.Call(word.from(), previous().to(), null, word.written(), word.from(), arguments);
            }
        };
    }

    private Expr created(Token word) {
        Token type = takeWord("the name of a derived fact behind \"new\"");
        StringBuilder name = new StringBuilder(type.written());
        while (peek().is(".")) {
            take();
            name.append('.').append(takeWord("the rest of the name").written());
        }
        expect("(");
        List<Expr> arguments = list(")");
        return new Expr.New(word.from(), previous().to(), name.toString(), type.from(), arguments);
    }

    private List<Expr> list(String close) {
        List<Expr> all = new ArrayList<>();
        if (peek().is(close)) {
            take();
            return all;
        }
        all.add(any());
        while (peek().is(",")) {
            take();
            all.add(any());
        }
        if (!peek().is(close)) {
            throw unexpected(
                    "\"" + close + "\" is missing before " + shown(peek()),
                    "Close what was opened, or put a comma between two parts.");
        }
        take();
        return all;
    }

    /** @throws Misread if something is left */
    void finish() {
        Token rest = peek();
        if (rest.kind() == Kind.END) {
            return;
        }
        String instead = INSTEAD.get(rest.written());
        if (instead != null) {
            throw unexpected(meant(rest.written()), "Write " + instead + ".");
        }
        if (rest.kind() == Kind.WORD || rest.kind() == Kind.NUMBER || rest.kind() == Kind.TEXT) {
            throw unexpected("a comma is missing before " + shown(rest), "Put a comma between two conditions.");
        }
        throw unexpected(shown(rest) + " is not expected here", "See \"What a rule may do\" in rules/README.md.");
    }

    /** What is written here for a sign or word from elsewhere, or null. */
    static @Nullable String instead(String sign) {
        return INSTEAD.get(sign);
    }

    private static String meant(String sign) {
        return sign.equals("=") ? "one = sign: it would store, not compare" : "\"" + sign + "\" is no comparison";
    }

    private static Expr binary(Expr left, Token operator, Expr right) {
        return new Binary(left.from(), right.to(), left, operator.written(), operator.from(), right);
    }
}
