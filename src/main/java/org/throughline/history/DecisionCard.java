package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proof that waits for a decision: its clock runs.
 *
 * @param since the day it was accepted, or null where that is not known
 * @param days waited since then
 * @param hoursPerWeek what waiting costs, or null where no flow facts give it
 * @param decider who decides, or what is missing to name them
 * @param recommendation id of the recommendation to decide, or null where there is none (yet)
 */
public record DecisionCard(
        String useCase,
        String name,
        @Nullable LocalDate since,
        @Nullable Long days,
        @Nullable BigDecimal hoursPerWeek,
        String decider,
        @Nullable String recommendation) {

    /**
     * One of the three that are possible; more waiting is none of them.
     *
     * @param kind as decisions name it: {@code standardise}, {@code extend}, {@code stop}
     * @param needs what has to be said with it
     */
    public record Way(String kind, String title, String needs) {}

    /** With the ways out, which are the same for all. */
    public record Clock(LocalDate asOf, List<DecisionCard> waiting, List<Way> ways) {

        public Clock {
            waiting = List.copyOf(waiting);
            ways = List.copyOf(ways);
        }
    }
}
