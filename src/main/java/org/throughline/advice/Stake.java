package org.throughline.advice;

import java.math.BigDecimal;

/**
 * Hours a month that hang on a finding, worked out from flow facts by a rule in {@code rules/advice}: a logical fact.
 *
 * @param diagnostic of the finding
 * @param key type and id of its subject
 * @param hoursPerMonth at stake; of several stakes of one finding the largest counts
 * @param what the hours are: {@code waited at this handoff}
 * @param source where the hours pass: findings of one recommendation that share a source share its hours, and count them once
 */
public record Stake(String diagnostic, String key, BigDecimal hoursPerMonth, String what, String source) {}
