package org.throughline.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** For whom an answer is written that is no document. */
final class ListFormat {

    private enum Choice {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
    private Choice choice = Choice.TEXT;

    boolean isJson() {
        return choice == Choice.JSON;
    }
}
