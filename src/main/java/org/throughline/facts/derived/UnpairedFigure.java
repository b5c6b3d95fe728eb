package org.throughline.facts.derived;

/**
 * A figure of a workflow with a declared standard that makes no pair with its baseline.
 *
 * @param baselineKnown true where it is the figure of today that is not known
 * @param missing the file or column that would give what is not known
 */
public record UnpairedFigure(String workflowId, boolean baselineKnown, String missing) {}
