package org.throughline.facts;

/** How far a use case has come. Deployed ({@link #IN_USE}) is not standard: the distance between the two is what this product is about. */
public enum Stage {
    IDEA,
    PILOT,
    /** The proof was accepted. */
    VALIDATED,
    /** Deployed: somebody works with it. */
    IN_USE,
    /** Declared the expected way of working. */
    STANDARD,
    STOPPED,
    RETIRED
}
