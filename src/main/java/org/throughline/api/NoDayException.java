package org.throughline.api;

/** A parameter that should be a day of the calendar is none. */
final class NoDayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String found;

    NoDayException(String parameter, String found) {
        super(parameter + ": found \"" + found + "\"");
        this.parameter = parameter;
        this.found = found;
    }

    String parameter() {
        return parameter;
    }

    String found() {
        return found;
    }
}
