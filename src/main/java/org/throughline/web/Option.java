package org.throughline.web;

/**
 * One choice of a filter.
 *
 * @param count how many there are of it
 */
public record Option(String value, String label, int count) {}
