package org.throughline.api;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.portfolio.RefusedException;

/**
 * By what a list may be sorted: {@code sort=title}, or {@code sort=-title} for the other way round. What is equal stays in the order in
 * which the list is without it.
 */
record Sorting<T>(Map<String, Comparator<T>> by) {

    static final String DESCRIPTION = "By what; with - before it the other way round.";

    /** @throws RefusedException where there is no such order */
    Comparator<T> order(String asked) {
        boolean isDown = asked.startsWith("-");
        Comparator<T> order = by.get(isDown ? asked.substring(1) : asked);
        if (order == null) {
            throw wrong("sort", asked, by.keySet().stream().sorted().toList());
        }
        return isDown ? Collections.reverseOrder(order) : order;
    }

    /** @throws RefusedException where something else stands there than one of those words, or nothing */
    static void refuseUnless(String parameter, @Nullable String asked, List<String> words) {
        if (asked != null && !words.contains(asked)) {
            throw wrong(parameter, asked, words);
        }
    }

    private static RefusedException wrong(String parameter, String asked, List<String> words) {
        return RefusedException.wrong(List.of(RefusedException.problem(
                parameter,
                '"' + asked + "\".",
                "Of " + String.join(", ", words) + ".",
                "Correct it, or leave " + parameter + " out.")));
    }
}
