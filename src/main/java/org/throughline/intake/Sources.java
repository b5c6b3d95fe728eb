package org.throughline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Texts;

/** The files of an input: those named, those in a folder and below, those in a ZIP. Sorted by name, so that "first" means the same. */
final class Sources {

    /** What a folder or a ZIP holds besides is left aside, and said so. */
    private static final Set<String> TABLES =
            Set.of(".csv", ".tsv", ".tab", ".psv", ".txt", ".json", ".xlsx", ".zip", ".gz");

    private final Limits limits;
    private final ProblemList problems;
    private final List<Source> sources = new ArrayList<>();

    Sources(Limits limits, ProblemList problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Files of one name are told apart by the folder or the archive that they are in. */
    List<Source> sorted() {
        Map<String, Long> uses = sources.stream().collect(Collectors.groupingBy(Source::name, Collectors.counting()));
        return sources.stream()
                .map(source -> uses.get(source.name()) > 1 ? source.placed() : source)
                .sorted(Comparator.comparing(Source::name, Texts.BY_CODE_POINT))
                .toList();
    }

    private static String name(@Nullable Path path) {
        return path == null || path.getFileName() == null
                ? ""
                : path.getFileName().toString();
    }

    void add(Path path) {
        try {
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else if (Files.isRegularFile(path)) {
                String folder = name(path.toAbsolutePath().getParent());
                add(new Source(name(path), () -> Files.newInputStream(path), folder), true);
            } else {
                problems.error(
                        path.toString(),
                        null,
                        null,
                        null,
                        "No file or folder of that name.",
                        "A file or a folder that exists.",
                        "Check the path.");
            }
        } catch (IOException e) {
            unreadable(path.toString());
        }
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).limit(limits.files() + 1L).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            add(new Source(name, () -> Files.newInputStream(file), name(folder.toAbsolutePath())), false);
        }
    }

    /** @param named whether the user named this very file, so that it is read whatever it is called */
    void add(Source source, boolean named) {
        if (source.isHidden()) {
            return;
        }
        if (!named && !TABLES.contains(source.extension())) {
            problems.warning(
                    source.name(),
                    null,
                    null,
                    null,
                    "A file that is no table by its name; it was left aside.",
                    "A name that ends in .csv, .xlsx or .json.",
                    "Nothing, if it holds no facts; else rename it.",
                    null);
            return;
        }
        try {
            if (isZip(source)) {
                new ZipFiles(source, limits, problems).each(file -> add(file, false));
            } else if (sources.size() < limits.files()) {
                sources.add(source.limited(limits));
            } else if (sources.size() == limits.files()) {
                problems.error(
                        source.name(),
                        null,
                        null,
                        null,
                        "More than " + limits.files() + " files.",
                        limits.atMost(limits.files(), "files", "files"),
                        "Read fewer at once, or raise the setting; the others were left aside.");
            }
        } catch (IOException e) {
            unreadable(source.name());
        }
    }

    private void unreadable(String name) {
        problems.error(
                name,
                null,
                null,
                null,
                "A file that cannot be opened.",
                "A file that may be read.",
                "Check that it is there, whole, and that you may read it.");
    }

    private static boolean isZip(Source source) throws IOException {
        byte[] head = source.head(4);
        boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        return zip && source.extension().equals(".zip");
    }
}
