package org.throughline.history;

import java.util.List;
import java.util.Locale;

/**
 * What the facts of a snapshot say about a recommendation that was made on one before.
 *
 * @param recommendation its id over time
 * @param title as it was last made
 * @param evidence what it is told by, in words; empty where nothing more is to be said
 */
public record Outcome(String recommendation, String kind, String title, Verdict verdict, List<String> evidence) {

    public Outcome {
        evidence = List.copyOf(evidence);
    }

    /** How it stands. */
    public enum Verdict {
        /** It was not recommended before. */
        NEW,
        /** What it is about is as it was. */
        STILL_OPEN,
        /** Its done-when holds, and something moved in flow or adoption, where that was to be expected. */
        RESOLVED,
        /** Its done-when holds because a field was filled; in flow and adoption nothing moved. */
        FIXED_ON_PAPER,
        /** It was recommended before, then not, and is again. */
        CAME_BACK,
        /** The facts that would tell are no longer known. */
        CANNOT_TELL,
        /** What it was about is no longer there. */
        SUBJECT_GONE;

        /** As written in JSON: {@code fixed_on_paper}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
