package org.throughline.api.mcp;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What assistants are told of the tools, from {@code tools.json}.
 *
 * @param given the ways to name facts, which several tools have
 */
record Described(String instructions, Map<String, Object> given, List<OneTool> tools) {

    /** @param given whether it is asked about facts */
    record OneTool(
            String name,
            String title,
            String description,
            boolean given,
            Map<String, Object> properties,
            @Nullable List<String> required) {}

    static Described shipped() {
        try (InputStream in = Described.class.getResourceAsStream("tools.json")) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, Described.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tool tool(OneTool it) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties(it));
        schema.put("required", it.required() == null ? List.of() : it.required());
        schema.put("additionalProperties", false);
        return Tool.builder(it.name(), schema)
                .title(it.title())
                .description(it.description())
                .annotations(new ToolAnnotations(it.title(), true, false, true, false, null))
                .build();
    }

    Set<String> names(OneTool it) {
        return properties(it).keySet();
    }

    private Map<String, Object> properties(OneTool it) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (it.given()) {
            properties.putAll(given);
        }
        properties.putAll(it.properties());
        return properties;
    }
}
