package org.throughline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.throughline.app.Input;
import org.throughline.app.UnusableException;
import org.throughline.facts.Problem;
import picocli.CommandLine.Parameters;

/** The files and folders that a command reads. */
final class Paths {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, ZIPs, CSV, XLSX or JSON files; together one portfolio.")
    private List<Path> paths = new ArrayList<>();

    /**
     * What they hold.
     *
     * @throws UnusableException if one of them does not exist
     */
    Input input() {
        return input(paths);
    }

    /** The same of paths that came otherwise. */
    static Input input(List<Path> paths) {
        List<Problem> missing = paths.stream()
                .filter(path -> !Files.exists(path))
                .map(Paths::missing)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableException(missing);
        }
        return Input.of(paths);
    }

    private static Problem missing(Path path) {
        List<String> near = NearPaths.to(path);
        String fix = near.isEmpty() ? "Correct the path." : "Did you mean " + String.join(" or ", near) + "?";
        return new Problem(
                Problem.Severity.ERROR,
                path.toString(),
                null,
                null,
                null,
                "There is no such file or folder.",
                "A folder, ZIP, CSV, XLSX or JSON file.",
                fix,
                null);
    }
}
