package org.throughline.facts.derived;

/** A file ({@code decisions}) or a column ({@code responsibilities.measured_by}) that the inventory has. */
public record Known(String name) {}
