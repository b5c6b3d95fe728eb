package org.throughline.web;

/** There is nothing at this address, or nothing any more. */
final class NoSuchPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String heading;

    /** @param message what to do, in a sentence or two */
    NoSuchPageException(String heading, String message) {
        super(message);
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
