package org.throughline.api;

final class NoDayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDayException(String asOf) {
        super("asOf: found \"" + asOf + "\", expected a day of the calendar as 2026-06-30");
    }
}
