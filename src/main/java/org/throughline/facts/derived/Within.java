package org.throughline.facts.derived;

/** A team is another team or somewhere below it. A team is within itself. */
public record Within(String teamId, String aboveId) {}
