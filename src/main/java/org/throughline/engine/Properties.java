package org.throughline.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code $x.name} in a statement: the method of that name without parameters. */
final class Properties {

    private record Key(Class<?> type, String name) {}

    private static final Map<Key, Method> METHODS = new ConcurrentHashMap<>();

    private Properties() {}

    /**
     * The value of that property, or null.
     *
     * @throws IllegalArgumentException if the object has no such property
     */
    static @Nullable Object get(Object object, String name) {
        Method method = METHODS.computeIfAbsent(new Key(object.getClass(), name), Properties::find);
        try {
            return method.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    name + " of " + object.getClass().getSimpleName() + " cannot be read", e);
        }
    }

    private static Method find(Key key) {
        try {
            return key.type().getMethod(key.name());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(key.type().getSimpleName() + " has no property " + key.name(), e);
        }
    }
}
