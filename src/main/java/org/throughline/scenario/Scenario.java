package org.throughline.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A scenario folder: {@code README.md}, {@code facts/}, {@code expected.yaml}. */
public final class Scenario {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path folder;
    private final Expected expected;

    private Scenario(Path folder, Expected expected) {
        this.folder = folder;
        this.expected = expected;
    }

    /** The scenarios of a folder by name: every folder in it that has an {@code expected.yaml}. */
    public static List<Scenario> in(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("expected.yaml")))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        }
    }

    /** @throws IllegalArgumentException if {@code expected.yaml} is not as {@code scenarios/README.md} says, with the place */
    public static Scenario read(Path folder) {
        Path file = folder.resolve("expected.yaml");
        try {
            return new Scenario(folder, YAML.readValue(file.toFile(), Expected.class));
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(file + ": " + unknownKey(file, e), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage() + " at " + place(e), e);
        }
    }

    private static String unknownKey(Path file, UnrecognizedPropertyException e) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        return "there is no key \"" + e.getPropertyName() + "\"" + line(file, e.getPropertyName()) + "; its keys are "
                + String.join(", ", known);
    }

    /** The first line with the key: the reader has gone on to the next when it complains. */
    private static String line(Path file, String key) {
        Pattern written = Pattern.compile("(^|[\\s{,])" + Pattern.quote(key) + "\\s*:");
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (written.matcher(lines.get(i)).find()) {
                    return " (line " + (i + 1) + ")";
                }
            }
        } catch (IOException gone) {
            // then without
        }
        return "";
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** The folder or file with its inventory. */
    public Path facts() {
        return folder.resolve("facts");
    }

    public java.time.LocalDate asOf() {
        return expected.asOf();
    }

    /** Diagnostics that must fire somewhere in it. */
    public List<String> fires() {
        return expected.findings().stream()
                .map(Expected.Firing::diagnostic)
                .distinct()
                .sorted()
                .toList();
    }

    /** Diagnostics that must stay silent about something in it. */
    public List<String> keepsSilent() {
        return expected.silent().stream()
                .map(Expected.Firing::diagnostic)
                .distinct()
                .sorted()
                .toList();
    }

    Expected expected() {
        return expected;
    }
}
