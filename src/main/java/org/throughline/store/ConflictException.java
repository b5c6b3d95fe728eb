package org.throughline.store;

import org.throughline.history.Handling;

/** Somebody else changed it first; nothing was overwritten. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Handling current;
    private final transient Store.Change wished;

    ConflictException(Handling current, Store.Change wished) {
        super(current.recommendation() + ": found version " + current.version() + ", expected " + wished.seen());
        this.current = current;
        this.wished = wished;
    }

    /** As it is now. */
    public Handling current() {
        return current;
    }

    /** What was wished for, of the version that was seen. */
    public Store.Change wished() {
        return wished;
    }
}
