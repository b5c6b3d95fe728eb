package org.throughline.rulebook.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.throughline.facts.Fact;
import org.throughline.rulebook.check.Expr.Call;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.check.Tokens.Kind;
import org.throughline.rulebook.check.Tokens.Token;
import org.throughline.rulebook.safe.Allowed;

/** Reads what stands between {@code then} and {@code end}: reports and derived facts, and nothing else. */
final class Consequence {

    private static final String DERIVE = "insertLogical";
    private static final String ALLOWED =
            "It may report (findings.report, findings.cannotJudge, findings.say) or derive (insertLogical).";

    private final Flaws flaws;
    private final Imports imports;
    private final Scope scope;
    private final List<Class<?>> makes = new ArrayList<>();

    Consequence(Flaws flaws, Imports imports, Scope scope) {
        this.flaws = flaws;
        this.imports = imports;
        this.scope = scope;
    }

    /** Types of the facts that it derives. */
    List<Class<?>> makes() {
        return makes;
    }

    /** Its statements, as far as they could be read. */
    List<Expr> read(int from, int to) {
        List<Expr> statements = new ArrayList<>();
        try {
            ExprParser parser = new ExprParser(flaws.source().text(), from, to);
            while (parser.peek().kind() != Kind.END) {
                if (parser.peek().is("end")) {
                    throw parser.unexpected("\"end\" is there twice", "Delete one of them.");
                }
                Expr statement = parser.any();
                check(statement);
                statements.add(statement);
                end(parser, statement);
            }
        } catch (Misread misread) {
            flaws.error(misread);
        }
        return statements;
    }

    private void end(ExprParser parser, Expr statement) {
        Token next = parser.peek();
        if (next.is(";")) {
            parser.take();
        } else if (next.kind() == Kind.END) {
            flaws.error(statement.to() - 1, statement.to(), "a semicolon is missing at the end", "Put a ; behind it.");
        } else if (statement instanceof Name) {
            throw new Misread(statement.from(), next.to(), "this is nothing that a consequence may do", ALLOWED);
        } else {
            throw new Misread(
                    next.from(),
                    next.to(),
                    "\"" + next.written() + "\" is not expected here",
                    "One statement ends with a ; before the next begins. " + ALLOWED);
        }
    }

    private void check(Expr statement) {
        if (statement instanceof Call call && call.of() == null && call.name().equals(DERIVE)) {
            derive(call);
        } else if (statement instanceof Call call
                && call.of() instanceof Name of
                && of.name().equals("findings")) {
            say(call);
        } else {
            int to = statement instanceof Call call && call.of() == null
                    ? call.at() + call.name().length()
                    : statement.to();
            flaws.error(statement.from(), to, "this is nothing that a consequence may do", hint(statement));
        }
    }

    private static String hint(Expr statement) {
        String name = statement instanceof Call call && call.of() == null ? call.name() : "";
        if (name.equals("insert")) {
            return "Write insertLogical( ... ): it is taken back when its reason is gone.";
        }
        return Near.to(name, List.of(DERIVE)).isEmpty() ? ALLOWED : "Did you mean " + DERIVE + "?";
    }

    private void derive(Call call) {
        List<Sort> sorts = call.arguments().stream().map(typing()::of).toList();
        if (sorts.size() != 1) {
            flaws.error(call, "insertLogical is called with " + Words.list(sorts), "It takes one derived fact.");
        } else if (Allowed.isMaker(sorts.get(0).type())) {
            makes.add(sorts.get(0).type());
        } else if (!sorts.get(0).isFaulty()) {
            flaws.error(
                    call.arguments().get(0),
                    "this is " + sorts.get(0).words() + ", and no derived fact",
                    "Derive one of " + Allowed.DERIVED + ".");
        }
    }

    private void say(Call call) {
        if (!imports.hasFindings()) {
            flaws.error(call.of(), "nothing is called \"findings\" here", "Add at the top: " + Imports.globalLine());
        }
        if (!Allowed.SAYINGS.contains(call.name())) {
            flaws.error(
                    call.at(),
                    call.at() + call.name().length(),
                    "findings has no function \"" + call.name() + "\"",
                    Near.hint(call.name(), Allowed.SAYINGS));
            return;
        }
        boolean drools = !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof Name first
                && first.name().equals("drools");
        if (!drools) {
            flaws.error(
                    call.at(),
                    call.to(),
                    "findings." + call.name() + " does not begin with drools",
                    "Write findings." + call.name() + "( drools, ... ).");
            return;
        }
        List<Expr> arguments = call.arguments().subList(1, call.arguments().size());
        arguments(call, arguments, arguments.stream().map(typing()::of).toList());
    }

    private void arguments(Call call, List<Expr> arguments, List<Sort> sorts) {
        List<Method> functions = Arrays.stream(Findings.type().getMethods())
                .filter(it -> it.getName().equals(call.name()))
                .toList();
        boolean fits = functions.stream().anyMatch(it -> Members.takes(rest(it), it.isVarArgs(), sorts));
        if (!fits
                && call.name().equals("report")
                && !sorts.isEmpty()
                && !sorts.get(0).fits(Fact.class)) {
            flaws.error(
                    arguments.get(0),
                    "a finding is about a fact, and this is " + sorts.get(0).words(),
                    "Name the use case, workflow, step, ... that it is about, then its evidence.");
        } else if (!fits) {
            flaws.error(
                    call.at(),
                    call.to(),
                    call.name() + " is called with " + Words.list(sorts),
                    "Behind drools it takes "
                            + Words.list(
                                    rest(functions.get(0)), functions.get(0).isVarArgs()) + ".");
        }
    }

    private static Class<?>[] rest(Method function) {
        return Arrays.copyOfRange(function.getParameterTypes(), 1, function.getParameterCount());
    }

    private Typing typing() {
        return new Typing(flaws, imports, scope, null);
    }

    /** The type of {@code findings}, which this package does not know. */
    static final class Findings {

        private Findings() {}

        static Class<?> type() {
            try {
                return Class.forName(Allowed.FINDINGS);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
