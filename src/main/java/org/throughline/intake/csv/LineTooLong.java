package org.throughline.intake.csv;

import java.io.IOException;

/** A line goes on beyond what may be held of it: no text with rows, or all of it in one. */
public final class LineTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    private final int longest;

    LineTooLong(int longest) {
        super("a line of more than " + longest + " characters");
        this.longest = longest;
    }

    /** Characters that a line may have. */
    public int longest() {
        return longest;
    }
}
