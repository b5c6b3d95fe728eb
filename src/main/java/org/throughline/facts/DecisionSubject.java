package org.throughline.facts;

/** What a decision is about. */
public enum DecisionSubject {
    USE_CASE,
    WORKFLOW
}
