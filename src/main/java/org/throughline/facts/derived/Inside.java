package org.throughline.facts.derived;

/**
 * A team that works with a use case is within what the owner of its outcome may decide.
 *
 * @param sure false where a decision would say so, and nobody knows of which kind it is
 */
public record Inside(String useCaseId, String teamId, boolean sure) {}
