package org.throughline.access;

/** What is wished for an account or a token cannot be; nothing was changed. */
public final class UnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    UnfitException(Refused refused) {
        super(refused.sentence());
        this.refused = refused;
    }

    public Refused refused() {
        return refused;
    }
}
