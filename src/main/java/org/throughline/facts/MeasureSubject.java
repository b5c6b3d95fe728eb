package org.throughline.facts;

/** What a measurement is about. */
public enum MeasureSubject {
    USE_CASE,
    WORKFLOW,
    STEP,
    HANDOFF,
    TEAM,
    ORGANISATION
}
