package org.throughline.engine;

/** Evidence that a file has no row that would have spoken against a finding. */
public record NoRow(String table) {}
