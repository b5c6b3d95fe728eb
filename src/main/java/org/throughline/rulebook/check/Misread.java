package org.throughline.rulebook.check;

/** A place where reading cannot go on. */
final class Misread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;
    private final String found;
    private final String fix;

    Misread(int from, int to, String found, String fix) {
        super(found, null, false, false);
        this.from = from;
        this.to = to;
        this.found = found;
        this.fix = fix;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    String found() {
        return found;
    }

    String fix() {
        return fix;
    }
}
