package org.throughline.facts;

/** What a use case's success is measured on: its task, the workflow around it, or the outcome. */
public enum MeasureScope {
    TASK,
    WORKFLOW,
    OUTCOME
}
