package org.throughline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the input's headers are mapped, beyond what the rules' synonyms say. */
final class MappingOption {

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description =
                    "More words for columns and values: a file like synonyms.csv, or the name of one in the rules'"
                            + " folder mappings.")
    private @Nullable String nameOrFile;

    @Nullable
    String nameOrFile() {
        return nameOrFile;
    }
}
