package org.throughline.intake.csv;

import org.jspecify.annotations.Nullable;

/**
 * The texts of one column, each once where they repeat: a short text that was seen lately is given out again instead of being made anew.
 * It grows where that pays and stops where it does not, as with ids.
 */
final class TextPool {

    /** Longer texts hardly repeat; of these, all characters fit into two numbers, which say in one look whether texts are the same. */
    static final int LONGEST = 16;

    private static final int FIRST_SIZE = 1 << 5;
    private static final int LARGEST_SIZE = 1 << 15;
    /** Texts that all pools of a file may hold. */
    private static final int ROOM = 1 << 20;

    /** Repeated texts for each new one that say it is large enough. */
    private static final int ENOUGH = 8;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int largest;
    /** Two numbers a slot. */
    private long[] keys = new long[2 * FIRST_SIZE];

    private @Nullable String[] texts = new String[FIRST_SIZE];
    private int hits;
    private int misses;
    private boolean stopped;

    /** @param columns with whose pools this one shares the memory */
    TextPool(int columns) {
        this.largest = Math.max(FIRST_SIZE, Math.min(LARGEST_SIZE, Integer.highestOneBit(ROOM / columns)));
    }

    /**
     * The text between two places of the buffer, which has no NUL.
     *
     * @param high what came before the last eight characters, each in eight bits; 0 with {@code low} where they do not fit
     * @param low the last eight characters
     */
    String text(char[] buffer, int from, int to, long high, long low) {
        if (low == 0 || stopped) {
            return from == to ? "" : new String(buffer, from, to - from);
        }
        int slot = (int) ((low ^ high * SPREAD) * SPREAD >>> 48) & texts.length - 1;
        if (!isAt(slot, high, low)) {
            slot ^= 1;
        }
        if (isAt(slot, high, low)) {
            hits++;
            return texts[slot];
        }
        String text = new String(buffer, from, to - from);
        put(slot ^ 1, high, low, text);
        return text;
    }

    private boolean isAt(int slot, long high, long low) {
        return keys[2 * slot] == low && keys[2 * slot + 1] == high;
    }

    /** What was there moves to the other slot of the pair, so that two texts may take turns. */
    private void put(int slot, long high, long low, String text) {
        int other = slot ^ 1;
        keys[2 * other] = keys[2 * slot];
        keys[2 * other + 1] = keys[2 * slot + 1];
        texts[other] = texts[slot];
        keys[2 * slot] = low;
        keys[2 * slot + 1] = high;
        texts[slot] = text;
        if (++misses >= texts.length) {
            adapt();
        }
    }

    private void adapt() {
        if (hits / ENOUGH > misses) {
            hits = 0;
            misses = 0;
        } else if (texts.length < largest) {
            resize(Math.min(largest, 4 * texts.length));
        } else {
            stopped = hits < misses;
            resize(stopped ? 0 : texts.length);
        }
    }

    /** Empty again: what repeats comes back at once. */
    private void resize(int size) {
        keys = new long[2 * size];
        texts = new String[size];
        hits = 0;
        misses = 0;
    }
}
