package org.throughline.advice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Hours a month that hang on a finding, worked out from flow facts by a rule in {@code rules/advice}: a logical fact.
 *
 * @param diagnostic of the finding
 * @param key type and id of its subject
 * @param hoursPerMonth at stake; of several stakes of one finding the largest counts
 * @param what the hours are: {@code waited at this handoff}
 * @param source where the hours pass: findings of one recommendation that share a source share its hours, and count them once
 * @param within what they are a part of, as {@code workflow wf-1}: stakes within the same may tell of the same hours
 * @param step where in it they pass, or null where they may pass anywhere: at two steps they are not the same hours
 */
public record Stake(
        String diagnostic,
        String key,
        BigDecimal hoursPerMonth,
        String what,
        String source,
        String within,
        @Nullable String step) {}
