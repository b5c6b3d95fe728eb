package org.throughline.findings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state of the rules that was live once, and how it came to be.
 *
 * @param number from 1, in the order in which they went live
 * @param by who made it live
 * @param note why, in their words
 * @param files those that differ from the version before, by path; empty for the first
 * @param tests what became of testing it, in a sentence
 * @param of the number of the earlier version that it brought back; null where it is new
 */
public record RuleVersion(
        int number,
        String digest,
        Instant at,
        String by,
        String note,
        List<String> files,
        String tests,
        @Nullable Integer of) {

    public RuleVersion {
        files = List.copyOf(files);
    }
}
