package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** A cell of which only the column as a whole tells what it means: which of day and month comes first, say. One for equal texts. */
final class Unread {

    /** A trimmed text, a list of texts or {@link Nothing}. */
    final Object cell;
    /** What it was read as, once it was. */
    @Nullable
    Object outcome;

    Unread(Object cell) {
        this.cell = cell;
    }
}
