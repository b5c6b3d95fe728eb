package org.throughline.rulebook.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Facts by their type, and by what a field holds where rules join on it. It never changes. */
final class FactIndex {

    private record Field(Class<?> type, String name) {}

    private final Map<Class<?>, List<Object>> byType;
    private final Map<Class<?>, List<Object>> asked = new ConcurrentHashMap<>();
    private final Map<Field, Map<Object, List<Object>>> byField = new ConcurrentHashMap<>();

    FactIndex(Collection<?> facts) {
        byType = new LinkedHashMap<>();
        facts.forEach(fact -> byType.computeIfAbsent(fact.getClass(), type -> new ArrayList<>())
                .add(fact));
    }

    private FactIndex(Map<Class<?>, List<Object>> byType) {
        this.byType = byType;
    }

    /** The same with other facts of one type. */
    FactIndex with(Class<?> type, Collection<?> facts) {
        Map<Class<?>, List<Object>> other = new LinkedHashMap<>(byType);
        other.put(type, List.copyOf(facts));
        FactIndex with = new FactIndex(other);
        asked.forEach((each, found) -> {
            if (!each.isAssignableFrom(type)) { // what was looked up of other types is still right
                with.asked.put(each, found);
            }
        });
        byField.forEach((each, found) -> {
            if (!each.type().isAssignableFrom(type)) {
                with.byField.put(each, found);
            }
        });
        return with;
    }

    int size() {
        return byType.values().stream().mapToInt(List::size).sum();
    }

    List<Object> of(Class<?> type) {
        return asked.computeIfAbsent(
                type,
                key -> byType.entrySet().stream()
                        .filter(each -> key.isAssignableFrom(each.getKey()))
                        .flatMap(each -> each.getValue().stream())
                        .toList());
    }

    /** Those facts of a type of which a field may hold the value: all of them where it is nothing to look up by. */
    List<Object> of(Class<?> type, String field, @Nullable Object value) {
        if (!(value instanceof String || value instanceof LocalDate || value instanceof Enum<?>)) {
            return of(type);
        }
        return byField.computeIfAbsent(new Field(type, field), this::sorted).getOrDefault(value, List.of());
    }

    private Map<Object, List<Object>> sorted(Field field) {
        Map<Object, List<Object>> sorted = new HashMap<>();
        for (Object fact : of(field.type())) {
            Object value = Values.member(fact, field.name());
            if (value != null) {
                sorted.computeIfAbsent(value, key -> new ArrayList<>()).add(fact);
            }
        }
        return sorted;
    }
}
