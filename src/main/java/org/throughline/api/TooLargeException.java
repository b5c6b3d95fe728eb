package org.throughline.api;

final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long bytes) {
        super("found more than %1$,d bytes, expected at most as many".formatted(bytes));
    }
}
