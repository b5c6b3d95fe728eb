package org.throughline.engine;

/** What a byte of {@link Packer} says will follow. */
enum Tag {
    NULL,
    /** A text or record that came before, by its number. */
    BEFORE,
    TEXT,
    INT,
    LONG,
    TRUE,
    FALSE,
    NUMBER,
    DAY,
    CHOICE,
    LIST,
    SET,
    MAP,
    RECORD,
    /** A fact, by its number. */
    FACT;

    static final Tag[] ALL = values();
}
