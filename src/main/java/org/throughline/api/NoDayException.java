package org.throughline.api;

final class NoDayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String asOf;

    NoDayException(String asOf) {
        super("asOf: found \"" + asOf + "\"");
        this.asOf = asOf;
    }

    String asOf() {
        return asOf;
    }
}
