package org.throughline.cli;

import java.util.List;

/** Starts the web application; keeps Spring out of this package, so that no other command pays for it. */
@FunctionalInterface
public interface Server {

    /**
     * Returns when the application answers requests, or could not start.
     *
     * @param properties settings as {@code --name=value}
     * @return the exit code: 0 once it runs, 1 when it could not start and has said why
     */
    int start(List<String> properties);
}
