package org.throughline.history;

import java.time.Instant;
import java.util.Locale;
import org.throughline.findings.SubjectType;

/**
 * The same thing under two ids, or perhaps.
 *
 * @param oldId as it was called before
 * @param newId as it is called from a snapshot on
 * @param snapshot that brought the new id
 * @param evidence what speaks for it, in words
 */
public record Link(
        SubjectType type,
        String oldId,
        String newId,
        long snapshot,
        Status status,
        String evidence,
        long version,
        Instant decidedAt,
        String decidedBy) {

    /** How sure that is. */
    public enum Status {
        /** By name, team and tool: nothing else it could be. */
        TAKEN,
        /** Somebody has to say. */
        CANDIDATE,
        CONFIRMED,
        REJECTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if no status is written so */
        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the two count as one. */
    public boolean holds() {
        return status == Status.TAKEN || status == Status.CONFIRMED;
    }

    public Link decided(Status as, Instant at, String by) {
        return new Link(type, oldId, newId, snapshot, as, evidence, version + 1, at, by);
    }
}
