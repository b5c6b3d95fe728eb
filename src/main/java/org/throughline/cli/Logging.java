package org.throughline.cli;

/** Commands say what there is to say themselves; the logger of libraries costs a cold start three quarters of a second. */
final class Logging {

    private Logging() {}

    /** For this process, before anything has logged. */
    static void off() {
        System.setProperty("slf4j.internal.verbosity", "WARN"); // else it says that it does as told
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }
}
