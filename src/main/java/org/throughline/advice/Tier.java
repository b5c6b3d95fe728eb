package org.throughline.advice;

/** The class of urgency that {@code rules/tiers.csv} gives; first P1. */
public enum Tier {
    P1,
    P2,
    P3,
    P4
}
