package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.facts.Nearest;

/** What somebody may have meant by a path that is not there. */
final class NearPaths {

    private static final int LOOKED_AT = 10_000;

    private NearPaths() {}

    /** Paths like the one that does not exist: its first missing name is replaced by those beside it. */
    static List<String> to(Path missing) {
        Path known = missing.getParent();
        while (known != null && !Files.isDirectory(known)) {
            known = known.getParent();
        }
        int at = known == null ? 0 : known.getNameCount();
        if (at >= missing.getNameCount()) {
            return List.of();
        }
        Path folder = known == null ? Path.of("") : known;
        Path rest = at + 1 == missing.getNameCount() ? Path.of("") : missing.subpath(at + 1, missing.getNameCount());
        return beside(folder, missing.getName(at).toString()).stream()
                .map(name -> folder.resolve(name).resolve(rest))
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
    }

    private static List<String> beside(Path folder, String name) {
        try (Stream<Path> beside = Files.list(folder)) {
            return Nearest.to(
                    name,
                    beside.limit(LOOKED_AT)
                            .map(path -> path.getFileName().toString())
                            .toList());
        } catch (IOException e) {
            return List.of();
        }
    }
}
