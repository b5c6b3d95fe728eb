package org.throughline.facts;

/** A role's part in a step, as in a RACI matrix. */
public enum Assignment {
    /** Responsible: does the work. */
    R,
    /** Accountable: answers for the result. */
    A,
    /** Consulted before. */
    C,
    /** Informed after. */
    I
}
