package org.throughline.advice;

/**
 * One line of the summary of where the organisation stands.
 *
 * @param order from 1
 * @param name what it is about: {@code portfolio}
 * @param text the sentence, as the rules word it
 */
public record StateLine(int order, String name, String text) {}
