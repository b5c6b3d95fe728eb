package org.throughline.app;

import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.RuleFiles;

/**
 * Rules that somebody wants to be live.
 *
 * @param files all of the rules folder
 * @param seen the digest of the live rules that they were made from: if others are live by then, nothing is done
 * @param by who wants it
 * @param writtenBy who wrote them
 * @param note why, in their words
 * @param of the number of the earlier version that is brought back; null where they are new
 */
public record Publication(
        RuleFiles files,
        String seen,
        String by,
        String writtenBy,
        String note,
        @Nullable Integer of) {}
