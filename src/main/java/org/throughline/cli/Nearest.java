package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody may have meant by a name that is not there. */
final class Nearest {

    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 10_000;

    private Nearest() {}

    /** Up to three of the names, the nearest first; none that differs in more than a third of its letters. */
    static List<String> names(String wanted, Stream<String> names) {
        record Near(String name, int distance) {}
        int limit = Math.max(1, wanted.length() / 3);
        return names.map(name ->
                        new Near(name, distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= limit)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(SHOWN)
                .map(Near::name)
                .toList();
    }

    /** Paths like the one that does not exist: its first missing name is replaced by those beside it. */
    static List<String> paths(Path missing) {
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
            return names(
                    name, beside.limit(LOOKED_AT).map(path -> path.getFileName().toString()));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Letters to add, drop or change. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
