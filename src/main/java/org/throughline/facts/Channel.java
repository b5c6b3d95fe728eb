package org.throughline.facts;

/** How an item gets from one step to the next. */
public enum Channel {
    MANUAL,
    QUEUE,
    AUTOMATED
}
