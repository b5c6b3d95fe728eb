package org.throughline.facts.derived;

/** A decision might settle the use case; its kind or its day is unknown. */
public record Unsure(String useCaseId) {}
