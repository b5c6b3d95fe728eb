package org.throughline.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How fast things become the new normal, on one day. What cannot be told is null.
 *
 * @param live use cases that are active or declared the standard
 * @param standards those declared the standard
 * @param openPilots those still in pilot
 * @param waitingProofs proven ones without a decision
 * @param conversionPercent of the use cases started in the year that ended a year ago, the share that became the standard within a year
 * @param conversionOf how many those are
 * @param decisionDays from an accepted proof to the decision, the median of those decided
 * @param pilotDays age of open pilots, the median
 * @param teamChanges from team to team that an item makes, on average over touched workflows
 * @param activityPercent of the lead time of touched workflows, the share in which somebody works
 */
public record Pace(
        int live,
        int standards,
        int openPilots,
        int waitingProofs,
        @Nullable BigDecimal conversionPercent,
        int conversionOf,
        @Nullable BigDecimal decisionDays,
        @Nullable BigDecimal pilotDays,
        @Nullable BigDecimal teamChanges,
        @Nullable BigDecimal activityPercent) {}
