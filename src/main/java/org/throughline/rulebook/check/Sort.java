package org.throughline.rulebook.check;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value an expression has.
 *
 * @param element of a collection, where it is known
 * @param nullable true where it may be missing
 * @param identifies the kind of fact that it is the id of, or null
 */
record Sort(
        Class<?> type, @Nullable Class<?> element, boolean nullable, org.throughline.facts.@Nullable Kind identifies) {

    Sort(Class<?> type, @Nullable Class<?> element, boolean nullable) {
        this(type, element, nullable, null);
    }

    /** What nothing is known of, because of an error that was reported: it goes with everything. */
    static final Sort ANY = new Sort(Any.class, null, true);

    /** Of some kind that is not known: it has no fields and no functions. */
    static final Sort OBJECT = new Sort(Object.class, null, true);

    static final Sort NULL = new Sort(Nothing.class, null, true);
    static final Sort FLAG = of(Boolean.class);
    static final Sort TEXT = of(String.class);

    private static final class Any {}

    private static final class Nothing {}

    /** Kinds that can be compared with each other. */
    enum Kind {
        NUMBER,
        TEXT,
        DATE,
        FLAG,
        CHOICE,
        LIST,
        FACT,
        NOTHING,
        ANY
    }

    static Sort of(Class<?> type) {
        return new Sort(boxed(type), null, false);
    }

    static Sort result(Method method) {
        AnnotatedType annotated = method.getAnnotatedReturnType();
        boolean nullable = annotated.isAnnotationPresent(Nullable.class);
        return new Sort(boxed(method.getReturnType()), element(annotated.getType()), nullable, Identified.by(method));
    }

    private static @Nullable Class<?> element(Type type) {
        boolean one = type instanceof ParameterizedType it && it.getActualTypeArguments().length == 1;
        return one && ((ParameterizedType) type).getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    Sort known() {
        return new Sort(type, element, false, identifies);
    }

    Kind kind() {
        if (type == Any.class || type == Object.class) {
            return Kind.ANY;
        }
        if (type == Nothing.class) {
            return Kind.NOTHING;
        }
        if (Number.class.isAssignableFrom(type)) {
            return Kind.NUMBER;
        }
        if (type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Kind.LIST;
        }
        return type == String.class ? Kind.TEXT : type == LocalDate.class ? Kind.DATE : Kind.FACT;
    }

    /** Of any kind: nothing is said against a comparison with it. */
    boolean isAny() {
        return kind() == Kind.ANY;
    }

    /** Of an expression with an error that was reported: nothing more is said about it. */
    boolean isFaulty() {
        return type == Any.class;
    }

    /** Whether two values of these kinds can ever be equal. */
    boolean comparable(Sort other) {
        Kind one = kind();
        Kind two = other.kind();
        if (one == Kind.ANY || two == Kind.ANY || one == Kind.NOTHING || two == Kind.NOTHING) {
            return true;
        }
        return one == two
                && (one == Kind.NUMBER || type.isAssignableFrom(other.type) || other.type.isAssignableFrom(type));
    }

    /** Whether it can be handed over where such a type is wanted. */
    boolean fits(Class<?> wanted) {
        Class<?> boxed = boxed(wanted);
        return isAny()
                || type == Nothing.class && !wanted.isPrimitive()
                || boxed.isAssignableFrom(type)
                || widens(boxed);
    }

    private boolean widens(Class<?> wanted) {
        return wanted == Long.class && type == Integer.class;
    }

    /** As people say it: "a number", "one of Stage's values". */
    String words() {
        return switch (kind()) {
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case DATE -> "a date";
            case FLAG -> "true or false";
            case CHOICE -> "one of " + type.getSimpleName() + "'s values";
            case LIST -> "a list";
            case NOTHING -> "nothing";
            case ANY -> "a value";
            case FACT -> (vowel() ? "an " : "a ") + type.getSimpleName();
        };
    }

    private boolean vowel() {
        return "AEIO".indexOf(type.getSimpleName().charAt(0)) >= 0;
    }

    /** Values of a choice as they are written in rules. */
    String choices() {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> type.getSimpleName() + "." + ((Enum<?>) it).name())
                .collect(Collectors.joining(", "));
    }

    /** The value of a choice that somebody may have meant by a word, or the first. */
    String choice(String word) {
        String wanted = word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        java.util.List<String> names = Arrays.stream(type.getEnumConstants())
                .map(it -> ((Enum<?>) it).name())
                .toList();
        return type.getSimpleName() + "."
                + Near.to(wanted, names).stream().findFirst().orElse(names.get(0));
    }
}
