package org.throughline.advice;

import org.jspecify.annotations.Nullable;

/**
 * One line of the summary of where the organisation stands.
 *
 * @param order from 1
 * @param name what it is about: {@code portfolio}
 * @param text the sentence, as the rules word it
 * @param figure the number in it that says most, such as {@code 2 of 9} or {@code 31%}; null where nothing is known to count
 */
public record StateLine(
        int order, String name, String text, @Nullable String figure) {}
