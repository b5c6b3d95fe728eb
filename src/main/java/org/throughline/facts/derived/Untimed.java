package org.throughline.facts.derived;

import org.throughline.facts.Workflow;

/** A touched workflow of whose lead time no share can be told: it is not known, or zero. */
public record Untimed(Workflow workflow, String workflowId) {}
