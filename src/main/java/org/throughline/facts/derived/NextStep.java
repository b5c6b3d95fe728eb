package org.throughline.facts.derived;

import org.throughline.facts.Step;

/** A step that takes what comes from the step of a live use case. */
public record NextStep(String workflowId, Step step, OnStep after) {}
