package org.throughline.store;

/** A file that is no archive of a portfolio, or not a whole one; nothing of it was kept. */
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String found) {
        super(found);
    }
}
