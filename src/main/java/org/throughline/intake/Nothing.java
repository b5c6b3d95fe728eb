package org.throughline.intake;

/** A cell without a value. */
enum Nothing {
    /** Known to be missing. */
    ABSENT,
    /** Nobody can tell. */
    UNKNOWN,
    /** Nobody can tell, and there is nothing to collect. */
    NOT_APPLICABLE
}
