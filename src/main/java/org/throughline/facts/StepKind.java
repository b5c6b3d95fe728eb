package org.throughline.facts;

/** What a step of a value stream does to the item. */
public enum StepKind {
    WORK,
    APPROVAL,
    INSPECTION,
    REWORK
}
