package org.throughline.cli;

/** What a command ends with; scripts rely on it. */
final class ExitCode {

    static final int DONE = 0;
    /** Done, and what was asked to be a failure is there. */
    static final int FOUND = 1;

    static final int WRONG_USE = 2;
    /** The input could not be read, or for another reason nothing came of it. */
    static final int UNREADABLE = 3;

    private ExitCode() {}
}
