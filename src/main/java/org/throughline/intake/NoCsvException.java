package org.throughline.intake;

import java.io.IOException;

/** A file that is called CSV, or was given as such, and is something else. */
public final class NoCsvException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String fix;

    NoCsvException(String found, String fix) {
        super(found);
        this.fix = fix;
    }

    /** What it is, as a sentence. */
    public String found() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }
}
