package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file that feeds an attribute.
 *
 * @param column position in the file, from 0
 * @param how what made the match, in words
 * @param unit the unit that the header names ({@code d} in "Wait (days)"), or null
 */
record Feed(
        int column,
        String header,
        Meaning meaning,
        String how,
        @Nullable String unit) {}
