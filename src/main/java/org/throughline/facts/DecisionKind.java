package org.throughline.facts;

/** What was decided. */
public enum DecisionKind {
    STANDARDISE,
    REDESIGN,
    EXTEND,
    STOP,
    PAUSE
}
