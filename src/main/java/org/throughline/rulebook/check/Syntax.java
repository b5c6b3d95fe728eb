package org.throughline.rulebook.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.DroolsError;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.Tokens.Kind;
import org.throughline.rulebook.check.Tokens.Token;

/** Says in an analyst's words why a part of a file is no rule. The parser's own words are the last resort. */
final class Syntax {

    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");
    private static final Set<String> KEYWORDS = Set.of("rule", "when", "then", "end");
    private static final Pattern NAME = Pattern.compile("rule[ \\t]+(?=[^\"\\s])([^\\n@]*)");

    private final Source source;
    private final Flaws flaws;
    private final int from;
    private final int to;

    Syntax(Source source, Flaws flaws, int from, int to) {
        this.source = source;
        this.flaws = flaws;
        this.from = from;
        this.to = to;
    }

    /** Reports the first thing that is wrong; what follows from it would only confuse. */
    void explain(List<? extends DroolsError> errors) {
        try {
            List<Token> tokens = Tokens.of(source.text(), from, to);
            if (new Slips(flaws, tokens).between(0, tokens.size() - 1)) {
                return;
            }
            if (!tokens.isEmpty() && tokens.get(0).is("rule") && known(tokens)) {
                return;
            }
        } catch (Misread misread) {
            flaws.error(misread);
            return;
        }
        parserSays(errors);
    }

    private boolean known(List<Token> tokens) {
        Matcher name = NAME.matcher(source.text()).region(from, to);
        if (name.lookingAt() && name.group(1).strip().contains(" ")) {
            flaws.error(
                    name.start(1),
                    name.end(1),
                    "the rule's name has no quotes",
                    "Write: rule \"" + name.group(1).strip() + "\"");
            return true;
        }
        int when = find(tokens, "when", 0);
        int then = find(tokens, "then", Math.max(when, 0));
        int end = find(tokens, "end", Math.max(then, 0));
        return stray(tokens, when, then)
                || keyword(tokens, when, "when", "between what the rule says of itself and its conditions")
                || keyword(tokens, then, "then", "between the conditions and what follows from them")
                || open(tokens.subList(0, when), "before \"when\"")
                || open(tokens.subList(when, then), "before \"then\"")
                || keyword(tokens, end, "end", "behind what follows from the rule")
                || open(tokens.subList(then, end), "before \"end\"");
    }

    private static int find(List<Token> tokens, String word, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    private boolean keyword(List<Token> tokens, int at, String word, String place) {
        if (at >= 0) {
            return false;
        }
        Token near = tokens.stream()
                .filter(it -> it.kind() == Kind.WORD
                        && !KEYWORDS.contains(it.written())
                        && Near.to(word, List.of(it.written())).size() == 1)
                .filter(it -> source.lineText(it.from()).strip().equals(it.written()))
                .findFirst()
                .orElse(null);
        if (near != null) {
            flaws.error(
                    near.from(),
                    near.to(),
                    "\"" + near.written() + "\" stands where \"" + word + "\" should",
                    "Write " + word + ".");
        } else {
            Token where = where(tokens, word);
            flaws.error(
                    where.from(),
                    where.to(),
                    where.is("then") ? "\"then\" stands where \"when\" should" : "\"" + word + "\" is missing",
                    where.is("then") ? "Write when." : "Write it on a line of its own, " + place + ".");
        }
        return true;
    }

    /** Before what a keyword is missing, as far as that can be told; else where the rule ends. */
    private static Token where(List<Token> tokens, String word) {
        Token last = tokens.get(Math.max(tokens.size() - 2, 0));
        if (word.equals("then")) {
            return tokens.stream()
                    .filter(it -> it.is("findings") || it.is("insertLogical"))
                    .findFirst()
                    .orElse(last);
        }
        if (!word.equals("when")) {
            return last;
        }
        int at = 2; // behind the rule's name
        while (at + 2 < tokens.size() && tokens.get(at).is("@")) {
            at += 2;
            while (at < tokens.size() && !tokens.get(at).is(")")) {
                at++;
            }
            at++;
        }
        return at < tokens.size() - 1 ? tokens.get(at) : last;
    }

    /** Signs from other languages, between when and then. */
    private boolean stray(List<Token> tokens, int when, int then) {
        for (int i = Math.max(when, 0); i < (then < 0 ? tokens.size() : then); i++) {
            Token token = tokens.get(i);
            if (token.is("%") && tokens.get(i - 1).kind() == Kind.NUMBER) {
                flaws.error(
                        tokens.get(i - 1).from(),
                        token.to(),
                        "a share in a rule",
                        "Put it into thresholds.csv with the unit %, and compare with its share: Threshold( name =="
                                + " \"...\", $limit : share ).");
                return true;
            }
            if (token.is(";") && tokens.stream().noneMatch(it -> it.is("accumulate"))) {
                flaws.error(
                        token.from(),
                        token.to(),
                        "a ; between conditions",
                        "Delete it: each condition stands on a line of its own.");
                return true;
            }
        }
        return false;
    }

    private boolean open(List<Token> tokens, String place) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (CLOSING.containsKey(token.written()) && token.kind() == Kind.SIGN) {
                open.push(token);
            } else if (CLOSING.containsValue(token.written()) && token.kind() == Kind.SIGN) {
                if (open.isEmpty() || !CLOSING.get(open.peek().written()).equals(token.written())) {
                    flaws.error(
                            token.from(),
                            token.to(),
                            "this " + token.written() + " closes nothing",
                            "Delete it, or add what it should close.");
                    return true;
                }
                open.pop();
            }
        }
        Token first = open.peek();
        if (first != null) {
            flaws.error(
                    first.from(),
                    first.to(),
                    "this " + first.written() + " is not closed",
                    "Put a " + CLOSING.get(first.written()) + " where it ends, " + place + ".");
        }
        return first != null;
    }

    private void parserSays(List<? extends DroolsError> errors) {
        DroolsError first = errors.isEmpty() ? null : errors.get(0);
        Matcher place =
                Pattern.compile("Line (\\d+):(\\d+)").matcher(first == null ? "" : String.valueOf(first.getMessage()));
        int at =
                place.find() ? source.offset(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : from;
        Token token = token(Math.max(at, from));
        Token before = before(at);
        if (ExprParser.instead(token.written()) != null) {
            flaws.error(
                    token.from(),
                    token.to(),
                    "\"" + token.written() + "\" between conditions",
                    "Write " + ExprParser.instead(token.written()) + ".");
            return;
        }
        boolean comma = before != null
                && token.kind() == Kind.WORD
                && !before.is("(")
                && !before.is(",")
                && source.line(before.from()) == source.line(at);
        flaws.error(
                token.from(),
                Math.max(token.to(), token.from() + 1),
                token.kind() == Kind.END
                        ? "the file stops in the middle of a rule"
                        : "\"" + token.written() + "\" is not expected here",
                comma
                        ? "A comma may be missing before it."
                        : "Compare with another rule; rules/README.md shows how one is written.");
    }

    private Token token(int at) {
        return Tokens.of(source.text(), at, Math.max(at, to)).get(0);
    }

    private @Nullable Token before(int at) {
        Token last = null;
        for (Token token : Tokens.of(source.text(), from, Math.max(at, from))) {
            last = token.kind() == Kind.END ? last : token;
        }
        return last;
    }
}
