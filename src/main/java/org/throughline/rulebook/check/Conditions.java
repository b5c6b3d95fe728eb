package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Stake;
import org.throughline.rulebook.check.ExprParser.Condition;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Reads what stands between {@code when} and {@code then}. */
final class Conditions {

    private static final String ALLOWED = "See \"What a rule may do\" in rules/README.md.";

    private final Flaws flaws;
    private final Imports imports;
    private final List<ReadPattern> patterns = new ArrayList<>();
    private int parts;
    private @Nullable Expr taken;
    private Clause gathered = new Clause.All(List.of());

    Conditions(Flaws flaws, Imports imports) {
        this.flaws = flaws;
        this.imports = imports;
    }

    List<ReadPattern> patterns() {
        return patterns;
    }

    /** Binds what is bound in it. */
    Clause read(AndDescr conditions, Scope scope) {
        return read(conditions, scope, Role.PLAIN, 0);
    }

    private Clause read(BaseDescr given, Scope scope, Role role, int part) {
        if (given instanceof PatternDescr pattern) {
            return pattern(pattern, scope, role, part);
        }
        if (given instanceof AndDescr and) {
            return new Clause.All(all(and.getDescrs(), scope, role, part));
        }
        if (given instanceof OrDescr or) {
            return new Clause.Any(all(or.getDescrs(), scope, role, part));
        }
        if (given instanceof NotDescr not) {
            return new Clause.Absent(new Clause.All(all(not.getDescrs(), scope.inner(), Role.NOT, ++parts)));
        }
        if (given instanceof ExistsDescr exists) {
            return new Clause.Present(new Clause.All(all(exists.getDescrs(), scope.inner(), Role.EXISTS, ++parts)));
        }
        refuse(given);
        return new Clause.All(List.of());
    }

    private List<Clause> all(List<?> given, Scope scope, Role role, int part) {
        return given.stream()
                .map(each -> read((BaseDescr) each, scope, role, part))
                .toList();
    }

    private void refuse(BaseDescr given) {
        if (given instanceof EvalDescr) {
            error(
                    given,
                    "eval runs code, and is the slowest thing a rule can do",
                    "Write a condition of a pattern instead.");
        } else if (given instanceof ForallDescr) {
            error(given, "forall is not for rules here", "Write: not ( ... ) with the opposite.");
        } else {
            error(given, "this is nothing that a condition may be", ALLOWED);
        }
    }

    private void error(BaseDescr at, String found, String fix) {
        int from = Math.max(at.getStartCharacter(), 0);
        flaws.error(from, Math.max(at.getEndCharacter(), from + 1), found, fix);
    }

    private Clause pattern(PatternDescr given, Scope scope, Role role, int part) {
        if (given.getObjectType() == null || given.isQuery() || given.isUnification()) {
            error(
                    given,
                    "this is nothing that a condition may be",
                    "Name a fact, with its conditions in parentheses: UseCase( ... ).");
            return new Clause.All(List.of());
        }
        if (!given.getBehaviors().isEmpty() || !given.getAnnotations().isEmpty()) {
            error(
                    given,
                    "a pattern with a window of time, or with an annotation",
                    "Write the fact with its conditions alone: " + given.getObjectType() + "( ... ).");
        }
        PatternSourceDescr source = given.getSource();
        boolean bare =
                source instanceof AccumulateDescr && given.getObjectType().equals("Object");

        Sort made = source == null ? null : source(given, source, scope);
        Class<?> type = bare ? null : type(given, made);
        Sort self = bare ? null : type == null ? Sort.ANY : Sort.of(type);
        Role own = source instanceof AccumulateDescr ? Role.SUMMARY : source != null ? Role.FROM : role;
        if (given.getIdentifier() != null && self != null) {
            bind(given.getIdentifier(), given.getStartCharacter(), scope, self);
        }
        List<ReadCondition> conditions =
                conditions(given, scope, self, source instanceof AccumulateDescr it ? Summaries.bound(it) : null);
        ReadPattern read = new ReadPattern(
                given.getObjectType(),
                type,
                given.getIdentifier(),
                conditions,
                own,
                part,
                source instanceof FromDescr ? taken : null,
                given.getStartCharacter(),
                given.getEndCharacter());
        patterns.add(read);
        return source instanceof AccumulateDescr accumulate
                ? new Clause.Summary(gathered, functions(accumulate), read)
                : new Clause.Match(read);
    }

    private List<Clause.Function> functions(AccumulateDescr given) {
        return given.getFunctions().stream()
                .map(it -> new Clause.Function(
                        it.getFunction(),
                        imports.function(it.getFunction()),
                        it.getParams().length == 0 ? "" : it.getParams()[0],
                        it.getBind()))
                .toList();
    }

    private @Nullable Class<?> type(PatternDescr given, @Nullable Sort made) {
        String name = given.getObjectType();
        Class<?> type = name.contains(".") ? null : imports.type(name);
        int at = flaws.source().text().indexOf(name, given.getStartCharacter());
        int from = at < 0 ? given.getStartCharacter() : at;
        if (type == null || type == Stake.class) {
            String fix = type == Stake.class ? "A stake is only ever made." : imports.hint(name);
            flaws.error(from, from + name.length(), "there is no fact called \"" + name + "\"", fix);
            return null;
        }
        boolean java = type.getName().startsWith("java.");
        if (made == null && java) {
            flaws.error(
                    from,
                    from + name.length(),
                    name + " is no fact",
                    "Take it from a value: " + name + "( ... ) from ...");
        } else if (made != null && !made.isAny() && !fits(type, made)) {
            flaws.error(
                    from,
                    from + name.length(),
                    "it can never be a " + name + ": what it is taken from is " + made.words(),
                    "Write " + made.type().getSimpleName() + "( ... ).");
        }
        return type;
    }

    private static boolean fits(Class<?> type, Sort made) {
        return type.isAssignableFrom(made.type()) || made.type().isAssignableFrom(type);
    }

    private void bind(String variable, int at, Scope scope, Sort sort) {
        if (!variable.startsWith("$")) {
            flaws.error(
                    at,
                    at + variable.length(),
                    "the variable \"" + variable + "\" looks like a field",
                    "Begin its name with $: $" + variable + " : ...");
        } else if (scope.isOwn(variable)) {
            flaws.error(
                    at,
                    at + variable.length(),
                    variable + " is bound twice",
                    "Give the second one a name of its own, or compare: == " + variable + ".");
            return;
        }
        scope.bind(variable, sort);
    }

    private List<ReadCondition> conditions(
            PatternDescr given, Scope scope, @Nullable Sort self, @Nullable Set<String> results) {
        List<Condition> read = given.getDescrs().stream()
                .map(this::parsed)
                .filter(Objects::nonNull)
                .toList();
        Guards guards = Guards.of(read);
        List<ReadCondition> conditions = new ArrayList<>();
        for (Condition each : read) {
            conditions.add(condition(each, scope, self, guards));
            if (results != null) {
                Summaries.checkOrder(each.expr(), results, flaws);
            }
        }
        return conditions;
    }

    private @Nullable Condition parsed(BaseDescr given) {
        boolean named = given instanceof ExprConstraintDescr it && it.getType() == ExprConstraintDescr.Type.NAMED;
        int from = given.getStartCharacter();
        if (!named || from < 0) {
            error(given, "a condition without a field", "Name the field: id == ...");
            return null;
        }
        try {
            int to = from + ((ExprConstraintDescr) given).getExpression().length();
            return ExprParser.condition(flaws.source().text(), from, to);
        } catch (Misread misread) {
            flaws.error(misread);
            return null;
        }
    }

    private ReadCondition condition(Condition condition, Scope scope, @Nullable Sort self, Guards guards) {
        Expr expr = condition.expr();
        Typing typing = new Typing(flaws, imports, scope, self);
        Sort sort = typing.of(expr);
        guards.checkNulls(expr, typing.quietly(), flaws);
        if (condition.binding() == null) {
            if (isBehindDecimalComma(expr)) {
                flaws.error(
                        expr.from() - 1,
                        expr.to(),
                        "a comma in a number",
                        "Write a point; better, put the number into thresholds.csv, with its unit and reason.");
            } else if (!sort.isAny() && sort.kind() != Sort.Kind.FLAG) {
                flaws.error(
                        expr,
                        "this is " + sort.words() + ", and no condition",
                        "Compare it with something, or bind it: $x : ...");
            }
            return new ReadCondition(null, expr);
        }
        Expr bound = expr instanceof Expr.Binary it && sort.kind() == Sort.Kind.FLAG ? it.left() : expr;
        Sort of = typing.quietly().of(bound);
        String name = condition.binding().name();
        bind(name, condition.binding().from(), scope, guards.isThere(bound) ? of.known() : of);
        return new ReadCondition(name, expr);
    }

    /** Of {@code 2,5}, which is read as two conditions, the second. */
    private boolean isBehindDecimalComma(Expr expr) {
        String text = flaws.source().text();
        return expr instanceof Expr.Amount
                && expr.from() > 1
                && text.charAt(expr.from() - 1) == ','
                && Character.isDigit(text.charAt(expr.from() - 2));
    }

    private @Nullable Sort source(PatternDescr given, PatternSourceDescr source, Scope scope) {
        if (source instanceof AccumulateDescr accumulate) {
            int own = ++parts;
            Scope inner = scope.inner();
            gathered = accumulate.getInput() == null
                    ? new Clause.All(List.of())
                    : read(accumulate.getInput(), inner, Role.GATHERED, own);
            List<ReadPattern> those =
                    patterns.stream().filter(it -> it.part() == own).toList();
            return new Summaries(flaws, imports).read(accumulate, those, inner, scope);
        }
        if (source instanceof FromDescr from) {
            return from(given, from, scope);
        }
        if (source instanceof CollectDescr) {
            error(given, "collect is not for rules here", "Write accumulate( ...; $all : collectList( $x ) ).");
        } else {
            error(
                    given,
                    "facts come from no other place than the inventory",
                    "Delete what follows the closing parenthesis.");
        }
        return Sort.ANY;
    }

    private Sort from(PatternDescr given, FromDescr from, Scope scope) {
        String text = flaws.source().text();
        String expression =
                from.getDataSource() == null ? "" : from.getDataSource().getText();
        int end = given.getEndCharacter();
        int at = text.lastIndexOf(expression, end);
        if (expression.isBlank() || at < given.getStartCharacter()) {
            error(given, "nothing stands behind \"from\"", "Write a variable, or a function of one: from $list.");
            return Sort.ANY;
        }
        try {
            Expr expr = ExprParser.expression(text, at, at + expression.length());
            taken = expr;
            Sort sort = new Typing(flaws, imports, scope, null).of(expr);
            boolean list = sort.kind() == Sort.Kind.LIST;
            return !list ? sort : sort.element() == null ? Sort.OBJECT : Sort.of(sort.element());
        } catch (Misread misread) {
            flaws.error(misread);
            return Sort.ANY;
        }
    }
}
