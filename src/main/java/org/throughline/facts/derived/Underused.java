package org.throughline.facts.derived;

/** Of those who could work with a use case, too few are known to. */
public record Underused(String useCaseId) {}
