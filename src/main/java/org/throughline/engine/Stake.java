package org.throughline.engine;

import java.math.BigDecimal;

/**
 * Hours a month that hang on a finding, worked out from flow facts by a rule in {@code rules/advice}.
 *
 * @param diagnostic of the finding
 * @param key type and id of its subject
 * @param hoursPerMonth at stake; of several stakes of one finding the largest counts
 * @param what the hours are: {@code waited at this handoff}
 */
public record Stake(String diagnostic, String key, BigDecimal hoursPerMonth, String what) {}
