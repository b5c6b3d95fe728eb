package org.throughline.findings;

import java.util.List;

/**
 * How far a rule came about a subject: its conditions in order, up to the first that failed.
 *
 * @param conditions those that were looked at
 * @param fires whether all of them hold, as far as could be told
 */
public record Reasoning(String rule, String file, List<Condition> conditions, boolean fires) {

    public Reasoning {
        conditions = List.copyOf(conditions);
    }

    /** How many conditions hold. */
    public long holding() {
        return conditions.stream().filter(it -> it.outcome() == Outcome.HOLDS).count();
    }

    /** What became of a condition. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** A summary, or conditions inside each other: it was left out. */
        OPEN
    }

    /**
     * @param text as the rule writes it
     * @param line where that stands in the file
     * @param because of one that fails, why: the values it compared and how far off they are, a sentence each
     * @param deeper where a derived fact is missing, how far the rules came that derive it
     */
    public record Condition(Outcome outcome, String text, int line, List<String> because, List<Reasoning> deeper) {

        public Condition {
            because = List.copyOf(because);
            deeper = List.copyOf(deeper);
        }
    }
}
