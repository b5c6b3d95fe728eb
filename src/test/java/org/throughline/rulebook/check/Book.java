package org.throughline.rulebook.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.rulebook.RuleFiles;

/** The small rule book of {@code src/test/resources/check}: one diagnostic and its thresholds, with nothing wrong in them. */
public final class Book {

    public static final Path FOLDER = Path.of("src/test/resources/check");
    public static final String RULES = "diagnostics/trial/T1-late-decision.drl";

    private Book() {}

    public static RuleFiles whole() {
        return new RuleFiles(new TreeMap<>(Map.of(RULES, rules(), "thresholds.csv", text("thresholds.csv"))));
    }

    static String rules() {
        return text("book.drl");
    }

    /** With one part of its rules replaced by another. */
    static RuleFiles with(String part, String other) {
        String rules = rules();
        if (!rules.contains(part)) {
            throw new IllegalArgumentException("book.drl has no \"" + part + "\"");
        }
        int at = rules.indexOf(part);
        return whole().with(RULES, rules.substring(0, at) + other + rules.substring(at + part.length()));
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
