package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** What was found for a text lately, by the very same string: a look into one place instead of a search. It may forget. */
final class Lately {

    private static final int FIRST_SIZE = 1 << 6;
    private static final int LARGEST_SIZE = 1 << 16;

    /** A text and what was found for it, in turn. */
    private @Nullable Object[] pairs = new Object[2 * FIRST_SIZE];

    private int misses;

    @Nullable
    Object get(String text) {
        int at = place(text);
        return pairs[at] == text ? pairs[at + 1] : null;
    }

    void put(String text, Object found) {
        if (++misses > pairs.length / 2 && pairs.length < 2 * LARGEST_SIZE) {
            pairs = new Object[4 * pairs.length];
            misses = 0;
        }
        int at = place(text);
        pairs[at] = text;
        pairs[at + 1] = found;
    }

    private int place(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return (hash >>> 16) * 2 & pairs.length - 1;
    }

    void clear() {
        pairs = new Object[2 * FIRST_SIZE];
        misses = 0;
    }
}
