package org.throughline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Further verbs about CSV files as such are methods here. */
@Command(name = "csv", synopsisSubcommandLabel = "COMMAND", description = "CSV files as such.", sortOptions = false)
final class CsvCommand implements Runnable {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    CsvCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: normalise");
    }

    @Command(
            name = "normalise",
            description =
                    "Writes what the importer's reader understood of a file as plain CSV: UTF-8, commas, the header first.")
    int normalise(
            @Parameters(paramLabel = "FILE|DIR", description = "A CSV file, or a folder of them.") Path input,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "OUT",
                            description =
                                    "A file; for a folder, a folder (DIR-normalised by default) of files NAME_converted.csv.")
                    @Nullable
                    Path output,
            @Option(
                            names = "--dialect",
                            paramLabel = "FILE",
                            description =
                                    "JSON that tells delimiter, quotechar and escapechar; without it they are found out.")
                    @Nullable
                    Path dialect) {
        Csv csv = Csv.of(dialect);
        List<String> remarks = new ArrayList<>();
        if (Files.isDirectory(input)) {
            Path beside = input.resolveSibling(input.getFileName() + "-normalised");
            remarks.addAll(csv.normaliseAll(input, output == null ? beside : output));
        } else {
            Output.write(
                    output, console, out -> Output.text(out, writer -> remarks.addAll(csv.normalise(input, writer))));
        }
        remarks.forEach(console.err()::println);
        return ExitCode.DONE;
    }
}
