package org.throughline.app;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that somebody supposes about the facts.
 *
 * @param table {@code use_cases}; {@code decisions} to suppose one
 * @param key of the fact; of a decision, what is decided on: {@code use_case:uc-1}
 * @param column what of it is supposed; {@code merge} joins a step to the one before it
 * @param value as a cell would say it; nothing says that there is none
 */
public record Edit(String table, String key, String column, String value) {

    /** Joins a step to the one that hands to it. */
    public static final String MERGE = "merge";

    /** As people read it: {@code handoffs/wf-1/s1->s2 wait_h: 0}. */
    public String words() {
        return table + "/" + key + " " + column + ": " + value;
    }

    /** As a part of an address. */
    @Override
    public String toString() {
        return Stream.of(table, key, column, value)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("~"));
    }

    /** @throws WrongUseException if it is not written so */
    public static Edit of(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != 4) {
            throw WrongUseException.of(
                    text, "That is no edit.", "table~key~column~value", "Make the change in the page again.");
        }
        return new Edit(decoded(parts[0]), decoded(parts[1]), decoded(parts[2]), decoded(parts[3]));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
