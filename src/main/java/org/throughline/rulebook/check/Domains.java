package org.throughline.rulebook.check;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Conditions that ask nothing, or for what cannot be, since a field has only so many values: hours are not negative, a stage is one of seven. */
final class Domains {

    /** Amounts of whatever people measure may be below zero, and so may what orders steps. */
    private static final Set<String> ANY_NUMBER = Set.of("baseline", "target", "current", "value", "seq");

    private static final Set<String> COUNTS = Set.of("size", "steps", "changes", "pairs");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Map<String, String> OPPOSITE =
            Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==");

    private final Flaws flaws;
    private final Map<String, BigDecimal> values;

    /** @param values of variables that are bound to thresholds */
    Domains(Flaws flaws, Map<String, BigDecimal> values) {
        this.flaws = flaws;
        this.values = values;
    }

    void check(ReadPattern pattern) {
        Class<?> type = pattern.type();
        if (type == null) {
            return;
        }
        List<Expr> tests = Sense.tests(pattern);
        presence(pattern, type, tests);
        for (Expr test : tests) {
            itself(pattern, test);
            number(pattern, type, test);
            choices(type, test);
            either(test);
        }
        unequal(type, tests);
    }

    /** What is always there need not be asked for, and nothing but its absence can be the reason for a rule that never fires. */
    private void presence(ReadPattern pattern, Class<?> type, List<Expr> tests) {
        int to = pattern.from() + pattern.typeName().length();
        boolean alwaysThere = type == AsOf.class || type == Threshold.class && tests.size() == 1;
        if (alwaysThere && pattern.role() == Role.NOT) {
            flaws.error(
                    pattern.from(),
                    to,
                    "the rule can never fire: there is always this " + pattern.typeName(),
                    "Delete the line, or compare with its value.");
        } else if (alwaysThere && pattern.role() == Role.EXISTS) {
            flaws.warning(
                    pattern.from(),
                    to,
                    "there is always this " + pattern.typeName(),
                    "Delete the line, or compare with its value.");
        } else if (Fact.class.isAssignableFrom(type) && tests.isEmpty() && pattern.role() == Role.NOT) {
            flaws.warning(
                    pattern.from(),
                    to,
                    "this holds only where the inventory has no " + pattern.typeName() + " at all",
                    "Say of which " + pattern.typeName() + " there is none, by a condition in the parentheses.");
        } else if (Fact.class.isAssignableFrom(type) && tests.isEmpty() && pattern.role() == Role.EXISTS) {
            flaws.warning(
                    pattern.from(),
                    to,
                    "this holds wherever the inventory has any " + pattern.typeName(),
                    "Say of which " + pattern.typeName() + " there is one, by a condition in the parentheses.");
        }
    }

    /** {@code $id : id, id == $id}. */
    private void itself(ReadPattern pattern, Expr test) {
        if (test instanceof Binary it && it.operator().equals("==") && it.right() instanceof Name variable) {
            boolean own = pattern.conditions().stream()
                    .anyMatch(each -> variable.name().equals(each.binding())
                            && !each.isTest()
                            && Plain.text(each.expr()).equals(Plain.text(it.left())));
            if (own) {
                flaws.error(
                        it,
                        "it is compared with itself: " + variable.name() + " is bound to it here",
                        "Compare with a variable of another fact.");
            }
        }
    }

    private void number(ReadPattern pattern, Class<?> type, Expr test) {
        if (!(test instanceof Binary it) || !OPPOSITE.containsKey(it.operator())) {
            return;
        }
        BigDecimal limit = value(it.right());
        BigDecimal most = limit == null ? null : most(type, it.left());
        if (limit == null || most == null) {
            return;
        }
        String field = Plain.text(it.left());
        Boolean always = always(it.operator(), limit, most.signum() == 0 ? null : most);
        if (Boolean.FALSE.equals(always)) {
            flaws.error(it, Sense.never(pattern) + ": " + range(field, most), "Correct the limit or the sign.");
        } else if (Boolean.TRUE.equals(always)) {
            flaws.warning(
                    it,
                    "this asks only whether it is known: " + range(field, most),
                    "Correct the limit or the sign, or write " + field + " != null.");
        }
    }

    private static String range(String field, BigDecimal most) {
        return most.signum() == 0
                ? field + " is never below 0"
                : field + " is never below 0 or above " + most.toPlainString();
    }

    /** Whether it holds for all from 0 on, for none, or (null) for some. */
    private static @Nullable Boolean always(String operator, BigDecimal limit, @Nullable BigDecimal most) {
        int zero = limit.signum();
        int above = most == null ? -1 : limit.compareTo(most);
        return switch (operator) {
            case ">=" -> zero <= 0 ? Boolean.TRUE : above > 0 ? Boolean.FALSE : null;
            case ">" -> zero < 0 ? Boolean.TRUE : above >= 0 && most != null ? Boolean.FALSE : null;
            case "<" -> zero <= 0 ? Boolean.FALSE : above > 0 ? Boolean.TRUE : null;
            case "<=" -> zero < 0 ? Boolean.FALSE : above >= 0 && most != null ? Boolean.TRUE : null;
            case "==" -> zero < 0 || above > 0 ? Boolean.FALSE : null;
            default -> null;
        };
    }

    private @Nullable BigDecimal value(Expr expr) {
        if (expr instanceof Expr.Amount it) {
            return it.value();
        }
        if (expr instanceof Expr.Minus it && it.of() instanceof Expr.Amount amount) {
            return amount.value().negate();
        }
        return expr instanceof Name it ? values.get(it.name()) : null;
    }

    /** The largest value of a number that is not negative, 0 where it has none; null for what may be any number. */
    private static @Nullable BigDecimal most(Class<?> type, Expr field) {
        if (!(field instanceof Name name) || name.isVariable()) {
            return field instanceof Expr.Field it && owner(type, it.of()) != null
                    ? most(owner(type, it.of()), new Name(it.from(), it.to(), it.name()))
                    : null;
        }
        Kind kind = Columns.kind(type);
        if (kind == null) {
            Method count = COUNTS.contains(name.name()) ? Members.field(type, name.name()) : null;
            return count != null && count.getReturnType() == int.class ? BigDecimal.ZERO : null;
        }
        Attribute column =
                kind.find(name.name().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT));
        if (column == null || !column.type().isNumber() || ANY_NUMBER.contains(column.name())) {
            return null;
        }
        return column.type() == AttributeType.PERCENT ? HUNDRED : BigDecimal.ZERO;
    }

    private static @Nullable Class<?> owner(Class<?> type, Expr of) {
        Method method = of instanceof Name it && !it.isVariable() ? Members.field(type, it.name()) : null;
        return method == null ? null : method.getReturnType();
    }

    /** {@code in} with all values there are, or {@code not in}. */
    private void choices(Class<?> type, Expr test) {
        if (test instanceof Expr.In it) {
            Set<String> named = it.choices().stream().map(Domains::choice).collect(Collectors.toSet());
            all(type, it.left(), named, it.negated(), it);
        } else if (test instanceof Binary it && it.operator().equals("||")) {
            List<Binary> parts = alternatives(it).toList();
            boolean same = parts.stream()
                    .allMatch(each -> each.operator().equals("==")
                            && Plain.text(each.left())
                                    .equals(Plain.text(parts.get(0).left())));
            if (same) {
                Set<String> named =
                        parts.stream().map(each -> choice(each.right())).collect(Collectors.toSet());
                all(type, parts.get(0).left(), named, false, it);
            }
        }
    }

    /** {@code != A, != B, ...} of all values there are. */
    private void unequal(Class<?> type, List<Expr> tests) {
        List<Binary> unequal = new ArrayList<>();
        tests.forEach(test -> {
            if (test instanceof Binary it && it.operator().equals("!=")) {
                unequal.add(it);
            }
        });
        unequal.stream().map(it -> Plain.text(it.left())).distinct().forEach(field -> {
            List<Binary> own = unequal.stream()
                    .filter(it -> Plain.text(it.left()).equals(field))
                    .toList();
            Set<String> named = own.stream().map(it -> choice(it.right())).collect(Collectors.toSet());
            all(type, own.get(0).left(), named, true, own.get(own.size() - 1));
        });
    }

    private void all(Class<?> type, Expr field, Set<String> named, boolean negated, Expr at) {
        Sort sort = sort(type, field);
        if (sort == null) {
            return;
        }
        Set<String> values = sort.type() == boolean.class || sort.type() == Boolean.class
                ? Set.of("true", "false")
                : sort.type().isEnum()
                        ? Stream.of(sort.type().getEnumConstants())
                                .map(it -> ((Enum<?>) it).name())
                                .collect(Collectors.toSet())
                        : Set.of();
        if (values.isEmpty() || !named.containsAll(values)) {
            return;
        }
        String what = Plain.text(field);
        if (negated) {
            flaws.error(
                    at, "no " + what + " is left: each of its values is excluded", "Leave those out that are meant.");
        } else if (sort.type().isPrimitive() || sort.type() == Boolean.class && !sort.nullable()) {
            flaws.warning(at, "this always holds: each value of " + what + " is listed", "Delete the condition.");
        } else {
            flaws.warning(
                    at,
                    "each value of " + what + " is listed: this asks only whether it is known",
                    "Leave those out that are not meant, or write " + what + " != null.");
        }
    }

    private static @Nullable Sort sort(Class<?> type, Expr field) {
        Class<?> of = field instanceof Expr.Field it ? owner(type, it.of()) : type;
        String name = field instanceof Expr.Field it
                ? it.name()
                : field instanceof Name it && !it.isVariable() ? it.name() : "";
        Method method = of == null || name.isEmpty() ? null : Members.field(of, name);
        return method == null ? null : Sort.result(method);
    }

    private static String choice(Expr expr) {
        return expr instanceof Expr.Field it ? it.name() : Plain.text(expr);
    }

    private static Stream<Binary> alternatives(Expr expr) {
        if (expr instanceof Binary it && it.operator().equals("||")) {
            return Stream.concat(alternatives(it.left()), alternatives(it.right()));
        }
        return expr instanceof Binary it ? Stream.of(it) : Stream.of(new Binary(0, 0, expr, "", 0, expr));
    }

    /** {@code a < $x || a >= $x}. */
    private void either(Expr test) {
        if (!(test instanceof Binary whole) || !whole.operator().equals("||")) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Binary each : alternatives(test).toList()) {
            String opposite = OPPOSITE.get(each.operator());
            String field = Plain.text(each.left()) + " ";
            if (opposite != null && seen.contains(field + opposite + " " + Plain.text(each.right()))) {
                flaws.warning(
                        test,
                        "one of both always holds where " + Plain.text(each.left()) + " is known",
                        "Delete the condition, or correct one of its parts.");
                return;
            }
            seen.add(field + each.operator() + " " + Plain.text(each.right()));
        }
    }
}
