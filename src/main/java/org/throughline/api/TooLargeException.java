package org.throughline.api;

import org.springframework.util.unit.DataSize;

final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DataSize largest;

    TooLargeException(DataSize largest) {
        super("more than " + largest);
        this.largest = largest;
    }

    DataSize largest() {
        return largest;
    }
}
