package org.throughline.rulebook.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out what an expression of a rule says of a fact, as the compiled rule would. */
final class Values {

    private static final List<String> PACKAGES = List.of(
            "org.throughline.facts.",
            "org.throughline.facts.derived.",
            "org.throughline.findings.",
            "org.throughline.advice.",
            "java.math.",
            "java.time.");

    private final @Nullable Object self;
    private final Map<String, Object> variables;

    /** @param self the fact of the pattern, or null outside of one */
    Values(@Nullable Object self, Map<String, Object> variables) {
        this.self = self;
        this.variables = variables;
    }

    /** An expression that only the compiler understands. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String what) {
            super(what, null, false, false);
        }
    }

    boolean holds(Expr expr) {
        return Boolean.TRUE.equals(of(expr));
    }

    /** @throws Unclear if it cannot be told */
    @Nullable
    Object of(Expr expr) {
        if (expr instanceof Expr.Name it) {
            return name(it);
        }
        if (expr instanceof Expr.Field it) {
            return field(it);
        }
        if (expr instanceof Expr.Call it) {
            return call(it);
        }
        if (expr instanceof Expr.Binary it) {
            return binary(it);
        }
        if (expr instanceof Expr.In it) {
            Object left = of(it.left());
            return it.negated() != it.choices().stream().anyMatch(choice -> same(left, of(choice)));
        }
        return simple(expr);
    }

    private @Nullable Object simple(Expr expr) {
        if (expr instanceof Expr.Text it) {
            return it.value();
        }
        if (expr instanceof Expr.Amount it) {
            return it.value();
        }
        if (expr instanceof Expr.Flag it) {
            return it.value();
        }
        if (expr instanceof Expr.Not it) {
            return !holds(it.of());
        }
        if (expr instanceof Expr.Minus it && of(it.of()) instanceof BigDecimal number) {
            return number.negate();
        }
        if (expr instanceof Expr.This) {
            return self;
        }
        if (expr instanceof Expr.Null) {
            return null;
        }
        if (expr instanceof Expr.New it) {
            return made(it);
        }
        throw new Unclear(expr.toString());
    }

    private Object made(Expr.New it) {
        Class<?> type = type(it.type());
        if (type == null) {
            throw new Unclear(it.type());
        }
        List<Object> arguments = new java.util.ArrayList<>();
        it.arguments().forEach(argument -> arguments.add(of(argument)));
        for (java.lang.reflect.Constructor<?> each : type.getConstructors()) {
            Object[] fitting = fitting(each, arguments);
            if (fitting != null) {
                try {
                    return each.newInstance(fitting);
                } catch (ReflectiveOperationException e) {
                    throw new Unclear(it.type());
                }
            }
        }
        throw new Unclear(it.type());
    }

    private @Nullable Object name(Expr.Name it) {
        if (!it.isVariable()) {
            return member(Objects.requireNonNullElseGet(self, () -> unclear(it.name())), it.name());
        }
        if (!variables.containsKey(it.name())) {
            throw new Unclear(it.name());
        }
        return variables.get(it.name());
    }

    private @Nullable Object field(Expr.Field it) {
        Class<?> type = it.of() instanceof Expr.Name name && !name.isVariable() ? type(name.name()) : null;
        if (type != null && type.isEnum()) {
            for (Object choice : type.getEnumConstants()) {
                if (((Enum<?>) choice).name().equals(it.name())) {
                    return choice;
                }
            }
            throw new Unclear(it.name());
        }
        Object of = of(it.of());
        return of == null ? null : member(of, it.name());
    }

    static @Nullable Object member(Object of, String name) {
        Method method = Members.field(typeOf(of), name);
        return method == null ? unclear(name) : invoke(method, of);
    }

    /** Lists are of classes that nobody may name. */
    private static Class<?> typeOf(Object it) {
        return it instanceof List<?>
                ? List.class
                : it instanceof java.util.Set<?> ? java.util.Set.class : it.getClass();
    }

    private static Object unclear(String what) {
        throw new Unclear(what);
    }

    private static final Map<String, java.util.Optional<Class<?>>> TYPES =
            new java.util.concurrent.ConcurrentHashMap<>();

    private static @Nullable Class<?> type(String name) {
        return Character.isUpperCase(name.charAt(0))
                ? TYPES.computeIfAbsent(name, key -> java.util.Optional.ofNullable(lookedUp(key)))
                        .orElse(null)
                : null;
    }

    private static @Nullable Class<?> lookedUp(String name) {
        for (String each : PACKAGES) {
            try {
                return Class.forName(each + name);
            } catch (ClassNotFoundException | LinkageError elsewhere) {
                // the next
            }
        }
        return null;
    }

    /** What a call asks: the fact itself, or what stands before the dot. */
    @Nullable
    Object subject(Expr.Call it) {
        return it.of() == null ? self : of(it.of());
    }

    private @Nullable Object call(Expr.Call it) {
        Class<?> maker = it.of() instanceof Expr.Name name && !name.isVariable() ? type(name.name()) : null;
        Object on = maker != null ? null : it.of() == null ? self : of(it.of());
        if (maker == null && on == null) {
            return null;
        }
        List<Object> arguments = new java.util.ArrayList<>();
        it.arguments().forEach(argument -> arguments.add(of(argument)));
        List<Method> methods =
                maker != null ? Members.ofType(maker, it.name()) : Members.functions(typeOf(on), it.name());
        for (Method method : methods) {
            Object[] fitting = fitting(method, arguments);
            if (fitting != null) {
                return invoke(method, on, fitting);
            }
        }
        throw new Unclear(it.name());
    }

    private static Object @Nullable [] fitting(java.lang.reflect.Executable method, List<Object> given) {
        Class<?>[] types = method.getParameterTypes();
        if (method.isVarArgs()) {
            return withTheRest(types, given);
        }
        if (types.length != given.size()) {
            return null;
        }
        Object[] fitting = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            fitting[i] = fitting(types[i], given.get(i));
            if (fitting[i] == null && given.get(i) != null) {
                return null;
            }
        }
        return fitting;
    }

    /** The last parameter takes any number of values. */
    private static Object @Nullable [] withTheRest(Class<?>[] types, List<Object> given) {
        int fixed = types.length - 1;
        Class<?> element = types[fixed].getComponentType();
        if (given.size() < fixed || !given.stream().skip(fixed).allMatch(element::isInstance)) {
            return null;
        }
        Object[] fitting = new Object[types.length];
        for (int i = 0; i < fixed; i++) {
            fitting[i] = fitting(types[i], given.get(i));
            if (fitting[i] == null && given.get(i) != null) {
                return null;
            }
        }
        List<Object> rest = given.subList(fixed, given.size());
        fitting[fixed] = rest.toArray((Object[]) java.lang.reflect.Array.newInstance(element, rest.size()));
        return fitting;
    }

    private static @Nullable Object fitting(Class<?> type, @Nullable Object given) {
        if (given instanceof Number number && (type == int.class || type == Integer.class)) {
            return number.intValue();
        }
        if (given instanceof Number number && (type == long.class || type == Long.class)) {
            return number.longValue();
        }
        if (given instanceof Number number && type == BigDecimal.class) {
            return new BigDecimal(number.toString());
        }
        boolean flag = type == boolean.class && given instanceof Boolean;
        return flag || type.isInstance(given) ? given : null;
    }

    private static @Nullable Object invoke(Method method, @Nullable Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
            throw new Unclear(method.getName());
        }
    }

    private @Nullable Object binary(Expr.Binary it) {
        switch (it.operator()) {
            case "&&":
                return holds(it.left()) && holds(it.right());
            case "||":
                return holds(it.left()) || holds(it.right());
            default:
                return compared(of(it.left()), it.operator(), of(it.right()));
        }
    }

    private static Object compared(@Nullable Object left, String operator, @Nullable Object right) {
        switch (operator) {
            case "==":
                return same(left, right);
            case "!=":
                return !same(left, right);
            case "contains":
                return left instanceof Collection<?> all
                        ? all.contains(right)
                        : left != null && left.toString().contains(String.valueOf(right));
            case "memberOf":
                return right instanceof Collection<?> all && all.contains(left);
            default:
                break;
        }
        if (left == null || right == null) {
            return false;
        }
        if (operator.equals("+") && (left instanceof String || right instanceof String)) {
            return left.toString() + right;
        }
        BigDecimal one = number(left);
        BigDecimal other = number(right);
        return one != null && other != null && "+-*".contains(operator)
                ? calculated(one, operator, other)
                : ordered(order(left, right), operator);
    }

    private static Object calculated(BigDecimal left, String operator, BigDecimal right) {
        return switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            default -> left.multiply(right);
        };
    }

    private static boolean ordered(int order, String operator) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new Unclear(operator);
        };
    }

    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        BigDecimal one = number(left);
        BigDecimal other = number(right);
        if (one != null && other != null) {
            return one.compareTo(other);
        }
        if (left instanceof Comparable<?> comparable && left.getClass() == right.getClass()) {
            return ((Comparable<Object>) comparable).compareTo(right);
        }
        throw new Unclear(left + " and " + right);
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        BigDecimal one = number(left);
        BigDecimal other = number(right);
        return one != null && other != null ? one.compareTo(other) == 0 : Objects.equals(left, right);
    }
}
