package org.throughline.history;

import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of this package as JSON: keys as their components, in that order; enumerations in lower case, days and instants as ISO 8601. */
public final class HistoryJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private HistoryJson() {}

    public static String text(@Nullable Object record) {
        return JSON.writeValueAsString(record);
    }

    /** Leaves the stream open. */
    public static void write(@Nullable Object record, OutputStream out) {
        JSON.writeValue(out, record);
    }

    /**
     * A value that was read without knowing of which type it is: texts, numbers, booleans, lists and maps.
     *
     * @throws tools.jackson.core.JacksonException if it is none of this type
     */
    public static @Nullable Object as(Type type, @Nullable Object plain) {
        return JSON.convertValue(plain, JSON.constructType(type));
    }

    /** @throws tools.jackson.core.JacksonException if it is no such record */
    public static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
