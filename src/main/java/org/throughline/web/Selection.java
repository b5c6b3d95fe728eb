package org.throughline.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see, as it stands in the address. Empty texts select nothing.
 *
 * @param page from 1
 */
public record Selection(
        @Nullable String q,
        @Nullable String unit,
        @Nullable String workflow,
        @Nullable String section,
        @Nullable String kind,
        @Nullable String tier,
        @Nullable String decider,
        @Nullable String severity,
        @Nullable String diagnostic,
        @Nullable String recommendation,
        @Nullable String sort,
        @Nullable Integer page) {

    public Selection {
        q = given(q);
        unit = given(unit);
        workflow = given(workflow);
        section = given(section);
        kind = given(kind);
        tier = given(tier);
        decider = given(decider);
        severity = given(severity);
        diagnostic = given(diagnostic);
        recommendation = given(recommendation);
        sort = given(sort);
        page = page == null ? 1 : Math.max(1, page);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Whether it leaves anything out. */
    public boolean isNarrowed() {
        return texts().entrySet().stream()
                .anyMatch(it -> !it.getKey().equals("sort") && !it.getValue().isEmpty());
    }

    /** The same at another page, as the end of an address. */
    public String at(int other) {
        Map<String, String> parts = texts();
        if (other > 1) {
            parts.put("page", String.valueOf(other));
        }
        return query(parts);
    }

    /** The same with another value of one part, from the first page on, as the end of an address. */
    public String with(String part, String value) {
        Map<String, String> parts = texts();
        parts.put(part, value);
        return query(parts);
    }

    private Map<String, String> texts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", String.valueOf(q));
        parts.put("unit", String.valueOf(unit));
        parts.put("workflow", String.valueOf(workflow));
        parts.put("section", String.valueOf(section));
        parts.put("kind", String.valueOf(kind));
        parts.put("tier", String.valueOf(tier));
        parts.put("decider", String.valueOf(decider));
        parts.put("severity", String.valueOf(severity));
        parts.put("diagnostic", String.valueOf(diagnostic));
        parts.put("recommendation", String.valueOf(recommendation));
        parts.put("sort", String.valueOf(sort));
        return parts;
    }

    private static String query(Map<String, String> parts) {
        String query = parts.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "?" : "?" + query;
    }
}
