package org.throughline.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** For whom an answer is written that is no document. */
final class ListFormat {

    enum Form {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Choice.OfListFormat.class,
            completionCandidates = Choice.OfListFormat.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
    private Form form = Form.TEXT;

    boolean isJson() {
        return form == Form.JSON;
    }
}
