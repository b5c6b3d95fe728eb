package org.throughline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Input;
import org.throughline.app.Request;
import picocli.CommandLine.Option;

/** The facts that rules are tried on. */
final class FactsOptions {

    @Option(
            names = "--facts",
            arity = "1..*",
            required = true,
            paramLabel = "PATH",
            description = "Folders, ZIPs, CSV, XLSX or JSON files; together one portfolio.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day from which every duration counts, such as 2026-06-30. Default: today.")
    private @Nullable LocalDate asOf;

    Input input() {
        return Paths.input(paths);
    }

    Request request() {
        return Request.asOf(asOf == null ? LocalDate.now() : asOf);
    }
}
