package org.throughline.facts.derived;

/** A decision is known that says what becomes of the use case. */
public record Settled(String useCaseId) {}
