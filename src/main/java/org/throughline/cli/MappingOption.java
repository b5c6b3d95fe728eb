package org.throughline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the input's columns are mapped, where not by what their headers say. */
final class MappingOption {

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description = "How to read the columns: the name of a mapping in the rules' folder mappings, or a file of"
                    + " that form. Default: the one that was made for the file's headers, else by the synonyms.")
    private @Nullable String nameOrFile;

    @Nullable
    String nameOrFile() {
        return nameOrFile;
    }
}
