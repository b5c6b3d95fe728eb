package org.throughline.facts.derived;

/** A decision to make the use case the standard is known, and no later one to stop it. */
public record Standardised(String useCaseId) {}
