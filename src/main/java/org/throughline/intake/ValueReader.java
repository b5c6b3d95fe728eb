package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column. What a cell means may depend on the others (which of day and month comes first), so all are shown
 * before any is read.
 */
interface ValueReader {

    /** Looks at a cell that will be read; it is trimmed, not blank, and no token. */
    default void survey(String cell) {}

    /** The value of a cell that means the same in every column of its type, else null. */
    default @Nullable Object canonical(String cell) {
        return null;
    }

    /** The value itself, {@link Mended} or {@link Refused}. */
    Object read(String cell);
}
