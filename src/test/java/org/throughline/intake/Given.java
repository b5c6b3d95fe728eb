package org.throughline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;

/** Files as texts, read as a user would have them read, as of 30 June 2026. */
final class Given {

    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    static final Vocabulary VOCABULARY = Vocabulary.parse("rules/synonyms.csv", synonyms());

    private final List<Upload> uploads = new ArrayList<>();
    private IntakeOptions options = IntakeOptions.of(AS_OF, VOCABULARY);

    static Given file(String name, String... lines) {
        return new Given().and(name, lines);
    }

    static Given bytes(String name, byte[] bytes) {
        return new Given().andBytes(name, bytes);
    }

    Given and(String name, String... lines) {
        return andBytes(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Given andBytes(String name, byte[] bytes) {
        uploads.add(Upload.of(name, bytes));
        return this;
    }

    Given with(IntakeOptions other) {
        options = other;
        return this;
    }

    Reading read() {
        return Intake.readUploads(uploads, options);
    }

    Portfolio portfolio() {
        return Objects.requireNonNull(read().portfolio(), () -> String.join("\n", problems()));
    }

    /** Every problem on a line, as {@link #line} writes it. */
    List<String> problems() {
        return read().problems().stream().map(Given::line).toList();
    }

    List<String> errors() {
        return read().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Given::line)
                .toList();
    }

    static Reading json(String document) {
        return Intake.readJson(
                "request", document.getBytes(StandardCharsets.UTF_8), IntakeOptions.of(AS_OF, VOCABULARY));
    }

    /** {@code file, row 3, column "Start": found / expected / fix / read as}. */
    static String line(Problem problem) {
        return (problem.file() == null ? "input" : problem.file())
                + (problem.row() == null ? "" : ", row " + problem.row())
                + (problem.column() == null ? "" : ", column \"" + problem.column() + "\"")
                + ": " + problem.found() + " / " + problem.expected() + " / " + problem.fix()
                + (problem.readAs() == null ? "" : " / " + problem.readAs());
    }

    private static String synonyms() {
        try {
            return Files.readString(Path.of("rules/synonyms.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
