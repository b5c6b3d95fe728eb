package org.throughline.facts;

/** How a team came to use it. */
public enum AdoptionMode {
    MANDATED,
    AGREED,
    INFORMAL
}
