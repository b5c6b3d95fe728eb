package org.throughline.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import tools.jackson.databind.json.JsonMapper;

/** Writes a new scenario: facts as they are, what the rules say of them now, and a story to be told by whoever knows it. */
public final class ScenarioFolder {

    private static final int FIRST = 10;
    private static final JsonMapper TEXTS = JsonMapper.builder().build();

    private ScenarioFolder() {}

    /**
     * The folder appears whole or not at all.
     *
     * @param folder which must not exist yet
     * @param facts files and folders, copied as they are
     * @param advice what the rules say of them
     */
    public static void write(Path folder, List<Path> facts, Advice advice) throws IOException {
        Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
        try {
            Files.createDirectories(part.resolve("facts"));
            for (Path one : facts) {
                copy(one, part.resolve("facts"));
            }
            Files.writeString(part.resolve("expected.yaml"), expected(advice));
            Files.writeString(
                    part.resolve("README.md"), story(folder.getFileName().toString(), advice));
            Files.move(part, folder);
        } finally {
            deleteAll(part);
        }
    }

    /** A folder's files come directly below, as those of a scenario do; a file keeps its name. */
    private static void copy(Path from, Path to) throws IOException {
        Path base = Files.isDirectory(from) ? from : from.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(base.relativize(Files.isDirectory(from) ? file : file.toAbsolutePath())
                        .toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    static String expected(Advice advice) {
        StringBuilder out = new StringBuilder("as_of: " + advice.asOf() + "\ncomplete: true\n");
        list(out, "findings", advice.findings().stream().map(ScenarioFolder::line));
        list(out, "not_judged", advice.notJudged().stream().map(ScenarioFolder::line));
        list(
                out,
                "recommendations",
                advice.recommendations().stream().limit(FIRST).map(ScenarioFolder::line));
        return out.toString();
    }

    private static void list(StringBuilder out, String key, Stream<String> lines) {
        List<String> all = lines.toList();
        if (!all.isEmpty()) {
            out.append('\n').append(key).append(":\n");
            all.forEach(line -> out.append("  - {").append(line).append("}\n"));
        }
    }

    private static String line(Finding it) {
        return "diagnostic: " + it.diagnostic() + ", subject: "
                + text(it.subject().key()) + ", severity: " + it.severity().word() + ", because: "
                + text(it.statement());
    }

    private static String line(NotJudged it) {
        return "diagnostic: " + it.diagnostic() + ", missing: [" + String.join(", ", it.missing()) + "]";
    }

    private static String line(Recommendation it) {
        return "kind: " + it.kind() + ", subject: " + text(it.subject().key());
    }

    /** A text in double quotes, which YAML reads as JSON does. */
    private static String text(String text) {
        return TEXTS.writeValueAsString(text);
    }

    private static String story(String name, Advice advice) {
        return "# " + name + "\n\nWrite the story in about ten lines: who, what hurts, what is expected and why.\n\n"
                + "The facts are as they were on " + advice.asOf()
                + ". `expected.yaml` holds what the rules said then: "
                + advice.findings().size() + " findings. Read each of them, and correct what they should say"
                + " instead; delete `complete: true` where others may fire.\n";
    }
}
