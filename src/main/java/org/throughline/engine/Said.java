package org.throughline.engine;

/** A line of the summary of where the organisation stands, as a rule words it: a logical fact. */
public record Said(int order, String name, String text) {}
