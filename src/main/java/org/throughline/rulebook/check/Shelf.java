package org.throughline.rulebook.check;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.facts.Fact;

/** Names of the types in a package of facts, to guess what somebody meant. */
final class Shelf {

    private Shelf() {}

    /** Empty where they cannot be listed: then there is nothing to guess. */
    static Set<String> names(String packageName) {
        String folder = packageName.replace('.', '/');
        try {
            Path place = Path.of(Fact.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return in(place.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return in(jar.getPath(folder));
            }
        } catch (IOException | URISyntaxException e) {
            return Set.of();
        }
    }

    private static Set<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toSet());
        }
    }
}
