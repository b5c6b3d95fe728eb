package org.throughline.findings;

/**
 * How often a condition was seen to hold, to fail, and to ask for what nobody knows, over all scenarios.
 *
 * @param file path in the rules folder
 * @param condition as it is written
 */
public record Covered(String file, int line, String rule, String condition, int holds, int fails, int unknown) {

    /** Whether it was seen to make a difference. */
    public boolean bothWays() {
        return holds > 0 && fails + unknown > 0;
    }
}
