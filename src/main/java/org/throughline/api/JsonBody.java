package org.throughline.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;
import tools.jackson.core.JacksonException;

/** A JSON object as a record, field by field: all that is wrong with it is told at once, each by its name. */
final class JsonBody {

    private static final int SHOWN = 80;

    private final Class<?> type;
    private final List<Problem> problems = new ArrayList<>();

    private JsonBody(Class<?> type) {
        this.type = type;
    }

    /**
     * @param plain what a JSON parser made of the document
     * @throws RefusedException with each field that is unknown, or has a value that it cannot have
     */
    static <T> T as(Class<T> record, @Nullable Object plain) {
        JsonBody body = new JsonBody(record);
        Map<String, @Nullable Object> values = body.values(plain);
        if (!body.problems.isEmpty()) {
            throw RefusedException.wrong(body.problems);
        }
        return record.cast(HistoryJson.as(record, values));
    }

    private Map<String, @Nullable Object> values(@Nullable Object plain) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> read(name.toString(), value, values));
        } else {
            add("the document", shown(plain), "A JSON object with " + names() + ".", "Send such an object.");
        }
        return values;
    }

    private void read(String name, @Nullable Object value, Map<String, @Nullable Object> values) {
        for (RecordComponent field : type.getRecordComponents()) {
            if (field.getName().equals(name)) {
                readField(field, value);
                values.put(name, value);
                return;
            }
        }
        add(name, "A field that is not known here", "One of " + names() + ".", "Correct its name, or leave it out.");
    }

    private void readField(RecordComponent field, @Nullable Object value) {
        try {
            HistoryJson.as(field.getGenericType(), value);
        } catch (JacksonException | IllegalArgumentException e) {
            add(field.getName(), shown(value), sentence(kind(field.getGenericType())), "Correct it, or leave it out.");
        }
    }

    private void add(String place, String found, String expected, String fix) {
        problems.add(RefusedException.problem(place, found, expected, fix));
    }

    private String names() {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable Object value) {
        String text = HistoryJson.text(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType several) {
            Type each = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
            boolean isList = several.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw);
            return (isList ? "a list, each " : "an object, each value ") + kind(each);
        }
        if (type instanceof Class<?> known && known.isEnum()) {
            return "one of "
                    + Arrays.stream(known.getEnumConstants())
                            .map(it -> HistoryJson.text(it).replace("\"", ""))
                            .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "a day of the calendar, such as 2026-09-30";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type instanceof Class<?> plain && (plain.isPrimitive() || Number.class.isAssignableFrom(plain))
                ? "a number"
                : "a text";
    }
}
