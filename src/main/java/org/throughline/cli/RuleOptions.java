package org.throughline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Rules;
import picocli.CommandLine.Option;

/** Which rules a command uses. */
final class RuleOptions {

    private final RuleSource source;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rules to use: a folder, or the digest of rules that gave advice before (sha256:...)."
                    + " Default: rules in the working directory, else those in the jar.")
    private @Nullable Path folder;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "A CSV of your own thresholds (name,value) over those of the rules.")
    private @Nullable Path thresholds;

    RuleOptions(RuleSource source) {
        this.source = source;
    }

    Rules rules() {
        return source.read(folder, thresholds);
    }
}
