package org.throughline.api.mcp;

import org.springframework.http.HttpStatus;
import org.throughline.api.Refusal;

/** A tool or resource that cannot be asked so. */
final class WrongArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    WrongArgumentException(String found, String expected, String fix) {
        super("found " + found);
        this.refusal = new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "wrong-argument",
                "It cannot be asked for with these arguments",
                found,
                expected,
                fix);
    }

    Refusal refusal() {
        return refusal;
    }
}
