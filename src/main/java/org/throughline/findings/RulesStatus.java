package org.throughline.findings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a server runs, and what became of the last edit.
 *
 * @param digest of the rules that advise now
 * @param count how many rules they are
 * @param since when they have advised
 * @param source the folder they are from, or {@link #SHIPPED}
 * @param attempt the last edit that was looked at; null before the first
 */
public record RulesStatus(
        String digest,
        int count,
        Instant since,
        String source,
        @Nullable Attempt attempt) {

    /** What rules that came with the program are said to be from. */
    public static final String SHIPPED = "the program";

    /** How far an edit came. */
    public enum Phase {
        CHECKING,
        TESTING,
        LIVE,
        REFUSED
    }

    /**
     * An edit on its way.
     *
     * @param digest of the files as they were read; null where they could not be
     * @param at when this phase began
     * @param scenarios how many were run; null where none has been
     * @param tests what became of testing, in a sentence
     * @param flaws what a check found, warnings too
     * @param failed scenarios that came out otherwise than expected
     */
    public record Attempt(
            Phase phase,
            @Nullable String digest,
            Instant at,
            @Nullable Integer scenarios,
            String tests,
            List<Flaw> flaws,
            List<Verdict> failed) {

        public Attempt {
            flaws = List.copyOf(flaws);
            failed = List.copyOf(failed);
        }

        /** What keeps it from being used, without warnings. */
        public List<Flaw> errors() {
            return flaws.stream().filter(Flaw::isError).toList();
        }
    }

    /** Whether what is in the files is not what advises, and will not be before somebody mends it. */
    public boolean isRefused() {
        return attempt != null && attempt.phase() == Phase.REFUSED;
    }

    public RulesStatus with(Attempt other) {
        return new RulesStatus(digest, count, since, source, other);
    }
}
