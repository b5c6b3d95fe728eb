package org.throughline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Annotated;
import org.throughline.app.UnusableException;
import org.throughline.report.ProblemText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where copies of the user's files go that say beside each row what is wrong with it. */
final class AnnotateOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--annotate",
            paramLabel = "DIR|FILE",
            description = "Write a copy of each CSV file and workbook with a column of problems; a FILE for one alone.")
    private @Nullable Path target;

    boolean isAsked() {
        return target != null;
    }

    /**
     * Writes the copies and says where they are. None ever takes the place of what was read.
     *
     * @throws ParameterException if the place does not suit them
     */
    void write(List<Annotated> copies, List<Path> read, Console console) {
        if (copies.isEmpty()) {
            console.err().println("no annotated copy: there is no CSV file or workbook that could be read");
        }
        places(copies, read).forEach((file, copy) -> write(copy, file, console));
    }

    private Map<Path, Annotated> places(List<Annotated> copies, List<Path> read) {
        Path place = Objects.requireNonNull(target);
        boolean folder = isFolder(place);
        if (!folder && copies.size() > 1) {
            throw wrong("--annotate " + place + " names a file, but there are " + copies.size()
                    + " files to copy: name a folder.");
        }
        Map<Path, Annotated> places = new LinkedHashMap<>();
        for (Annotated copy : copies) {
            Path file = folder ? within(place, copy.name()) : place;
            check(copy, file, read);
            if (places.put(file, copy) != null) {
                throw wrong("Two of the files are called " + copy.name() + ": annotate them one by one.");
            }
        }
        return places;
    }

    private static void write(Annotated copy, Path file, Console console) {
        createFolder(file.toAbsolutePath().getParent());
        try {
            Output.write(file, console, copy::write);
            console.err().println("annotated copy: " + file);
        } catch (UnusableException cutOff) {
            cutOff.problems().forEach(problem -> console.err().println(ProblemText.line(problem)));
        }
    }

    /** What exists says itself what it is; else a name with a known ending is a file. */
    private static boolean isFolder(Path place) {
        String name = String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isDirectory(place) || !Files.exists(place) && !name.matches(".+\\.(csv|tsv|tab|psv|txt|xlsx)");
    }

    /** A name with folders stays below the place, whatever an archive says. */
    private static Path within(Path place, String name) {
        Path file = place.resolve(name).normalize();
        return file.startsWith(place.normalize()) ? file : place.resolve(name.substring(name.lastIndexOf('/') + 1));
    }

    private void check(Annotated copy, Path file, List<Path> read) {
        boolean namedAsWorkbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        if (!isFolder(Objects.requireNonNull(target)) && copy.isWorkbook() != namedAsWorkbook) {
            throw wrong("The copy of " + copy.name() + " is "
                    + (copy.isWorkbook()
                            ? "a workbook: name a file that ends in .xlsx."
                            : "CSV: name a file that ends in .csv."));
        }
        for (Path path : read) {
            if (isSame(file, Files.isDirectory(path) ? path.resolve(copy.name()) : path)) {
                throw wrong("--annotate would replace your own file " + file + ": name another place.");
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
