package org.throughline.portfolio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.store.Arrival.SentBytes;

/**
 * Files that are to become a snapshot, and how to read them.
 *
 * @param asOf the day they tell of; null for today, or for the day of a snapshot that has the same files
 * @param mapping name of a mapping beside the rules, or where paths may be named that of a file, or its text, of more than one line; null
 *     where headers tell
 */
public record Shipment(
        List<SentBytes> files,
        @Nullable LocalDate asOf,
        BigDecimal hoursPerDay,
        boolean strict,
        @Nullable String mapping) {

    public Shipment {
        files = List.copyOf(files);
    }

    public static Shipment of(List<SentBytes> files, @Nullable LocalDate asOf) {
        return new Shipment(files, asOf, Request.HOURS_PER_DAY, false, null);
    }

    public Shipment withMapping(@Nullable String name) {
        return new Shipment(files, asOf, hoursPerDay, strict, name);
    }

    /**
     * The same where nobody may name a file of this machine.
     *
     * @throws RefusedException if it looks like a path
     */
    public Shipment withNamedMapping(@Nullable String name) {
        if (name != null && !name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    "mapping", "\"" + name + "\".", "The name of a mapping beside the rules.", "Correct the name.")));
        }
        return withMapping(name);
    }

    /** The same, read with the text of a mapping. */
    public Shipment withMappingText(String text) {
        return withMapping(text.indexOf('\n') < 0 ? text + "\n" : text);
    }

    /** Null where the mapping came as a text, or there is none. */
    @Nullable
    String mappingName() {
        return mapping == null || mapping.indexOf('\n') >= 0 ? null : mapping;
    }

    public Shipment withStrict(boolean allOrNothing) {
        return new Shipment(files, asOf, hoursPerDay, allOrNothing, mapping);
    }

    public Shipment withHoursPerDay(BigDecimal hours) {
        return new Shipment(files, asOf, hours, strict, mapping);
    }

    /** Files, and the files of folders and below. */
    public static List<SentBytes> files(List<Path> paths) {
        List<SentBytes> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                if (Files.isDirectory(path)) {
                    addFolder(path, files);
                } else {
                    files.add(new SentBytes(path.getFileName().toString(), Files.readAllBytes(path)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void addFolder(Path folder, List<SentBytes> files) throws IOException {
        List<Path> below;
        try (Stream<Path> walk = Files.walk(folder)) {
            below = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : below) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.startsWith(".") && !name.contains("/.")) {
                files.add(new SentBytes(name, Files.readAllBytes(file)));
            }
        }
    }

    Input input() {
        return Input.ofFiles(files.stream()
                .map(file -> new Input.SentFile(file.name(), () -> new ByteArrayInputStream(file.bytes())))
                .toList());
    }

    Request request(LocalDate day) {
        return new Request(day, hoursPerDay, strict, mapping);
    }
}
