package org.throughline.facts.derived;

/** A team's use case that was declared the standard, not known to be long ago. */
public record RecentStandard(String useCaseId, String teamId) implements Carried {}
