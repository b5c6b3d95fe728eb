package org.throughline.facts.derived;

import org.throughline.facts.Step;

/** Two steps of a touched workflow with no other between them, where the order of its steps is known. */
public record Adjacent(String workflowId, Step first, Step second) {}
