package org.throughline.findings;

/**
 * One condition of a rule, changed to see whether anybody would notice.
 *
 * @param file path in the rules folder
 * @param was the condition as it is written
 * @param change what is done to it, in words: {@code with <= instead of <}, {@code without it}
 */
public record Alteration(String file, int line, String rule, String was, String change) {}
