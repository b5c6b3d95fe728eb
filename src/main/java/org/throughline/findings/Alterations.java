package org.throughline.findings;

import java.util.List;

/**
 * What became of changes to single conditions.
 *
 * @param all how many there are
 * @param tried how many of them there was time for
 * @param unclear how many could only be tried by compiling them
 * @param survivors those that no scenario notices, as they stand in the files
 */
public record Alterations(int all, int tried, int unclear, List<Survivor> survivors) {

    public static final Alterations NONE = new Alterations(0, 0, 0, List.of());

    public Alterations {
        survivors = List.copyOf(survivors);
    }

    /** How many a scenario notices. */
    public int noticed() {
        return tried - unclear - survivors.size();
    }
}
