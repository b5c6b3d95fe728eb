package org.throughline.rulebook;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule's {@code @name("value")} lines. */
public record RuleHeader(String rule, Map<String, String> values) {

    public RuleHeader {
        values = Map.copyOf(values);
    }

    static RuleHeader of(String rule, Map<String, Object> metadata) {
        Map<String, String> values = new HashMap<>();
        metadata.forEach((name, value) -> values.put(name, unquoted(value)));
        return new RuleHeader(rule, values);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** Drools keeps the quotes of a metadata string. */
    static String unquoted(@Nullable Object value) {
        String text = String.valueOf(value);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : text;
    }
}
