package org.throughline.engine;

import org.jspecify.annotations.Nullable;

/**
 * A line of the summary of where the organisation stands, as a rule words it: a logical fact.
 *
 * @param figure the number in it that says most, as its {@code @figure} words it; null where the rule has none
 */
public record Said(
        int order, String name, String text, @Nullable String figure) {}
