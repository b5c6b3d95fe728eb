package org.throughline.facts.derived;

/**
 * A summary that rules across the whole organisation read. It is worked out where its workflow is judged and carried from there, so that
 * no session needs the whole organisation's facts.
 */
public interface Carried {}
