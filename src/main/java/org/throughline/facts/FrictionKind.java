package org.throughline.facts;

/** What slows the work down. */
public enum FrictionKind {
    APPROVAL,
    DATA,
    INTEGRATION,
    POLICY,
    CAPACITY,
    SKILL,
    OTHER
}
