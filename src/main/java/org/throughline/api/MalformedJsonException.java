package org.throughline.api;

/** A document that is no JSON, or none that anybody should read, with the place where it stops being it, from 1. */
final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String found;
    private final String expected;

    MalformedJsonException(int line, int column, String found, String expected) {
        super("line " + line + ", column " + column + ": found " + found);
        this.line = line;
        this.column = column;
        this.found = found;
        this.expected = expected;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
