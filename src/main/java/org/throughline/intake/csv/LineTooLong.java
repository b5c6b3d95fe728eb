package org.throughline.intake.csv;

import java.io.IOException;

/** A line goes on beyond what may be held of it: no text with rows, or all of it in one. */
public final class LineTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    private final int row;

    LineTooLong(int row) {
        super("a line too long in row " + row);
        this.row = row;
    }

    /** As a spreadsheet counts. */
    public int row() {
        return row;
    }
}
