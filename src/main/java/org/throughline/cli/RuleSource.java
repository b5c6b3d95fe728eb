package org.throughline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Rules;

/** Where commands get their rules from: {@link Rules}, unless a test runs many commands on the same. */
@FunctionalInterface
interface RuleSource {

    String COMPILING =
            "Compiling the rules, which differ from those this program was built with: this takes some 20 seconds.";

    Rules read(@Nullable Path folder, @Nullable Path thresholds);

    /** Says on the console when it will take longer, and why. */
    static RuleSource telling(Console console) {
        return (folder, thresholds) ->
                Rules.read(folder, thresholds, () -> console.err().println(COMPILING));
    }
}
