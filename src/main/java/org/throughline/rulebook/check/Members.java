package org.throughline.rulebook.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.safe.Allowed;

/** Fields and functions of a type that rules may use. */
final class Members {

    private record Named(Class<?> type, String name) {}

    /** Looked up again and again where rules are gone through on facts. */
    private static final Map<Named, Optional<Method>> FIELDS = new ConcurrentHashMap<>();

    private static final Map<Named, List<Method>> FUNCTIONS = new ConcurrentHashMap<>();

    private Members() {}

    /** The field of that name, or null: {@code name()}, {@code getName()} or {@code isName()}. */
    static @Nullable Method field(Class<?> type, String name) {
        return FIELDS.computeIfAbsent(
                        new Named(type, name), key -> Optional.ofNullable(lookedUp(key.type(), key.name())))
                .orElse(null);
    }

    private static @Nullable Method lookedUp(Class<?> type, String name) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String each : List.of(name, "get" + capital, "is" + capital)) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(each) && method.getParameterCount() == 0 && isUsable(method, type)) {
                    return method;
                }
            }
        }
        return null;
    }

    /** Names of all fields. */
    static Set<String> fields(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && isUsable(method, type) && method.getReturnType() != void.class) {
                names.add(method.getName());
            }
        }
        names.removeAll(Set.of("origin", "factKind", "cells", "itself"));
        return names;
    }

    static List<Method> functions(Class<?> type, String name) {
        return FUNCTIONS.computeIfAbsent(
                new Named(type, name),
                key -> Arrays.stream(key.type().getMethods())
                        .filter(it -> it.getName().equals(key.name()) && isUsable(it, key.type()) && !it.isBridge())
                        .toList());
    }

    /** Functions of the type itself: {@code AsOf.before(...)}. */
    static List<Method> ofType(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(it -> it.getName().equals(name) && Modifier.isStatic(it.getModifiers()))
                .filter(it -> Allowed.isMaker(type))
                .toList();
    }

    static Set<String> functionNames(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (isUsable(method, type)) {
                names.add(method.getName());
            }
        }
        return names;
    }

    private static boolean isUsable(Method method, Class<?> type) {
        return !Modifier.isStatic(method.getModifiers()) && Allowed.isCallable(type, method.getName());
    }

    /** Whether arguments of these sorts can be handed over. */
    static boolean takes(Class<?>[] parameters, boolean varArgs, List<Sort> arguments) {
        int fixed = varArgs ? parameters.length - 1 : parameters.length;
        if (varArgs ? arguments.size() < fixed : arguments.size() != fixed) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Class<?> wanted = i < fixed ? parameters[i] : parameters[fixed].getComponentType();
            if (!arguments.get(i).fits(wanted)) {
                return false;
            }
        }
        return true;
    }
}
