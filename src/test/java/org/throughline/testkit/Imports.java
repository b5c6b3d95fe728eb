package org.throughline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Portfolio;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakeOptions;
import org.throughline.intake.Upload;
import org.throughline.intake.Vocabulary;

/** The real import with the shipped words, for tests that need what it makes of files. */
public final class Imports {

    private static final Vocabulary VOCABULARY = vocabulary();

    private Imports() {}

    public static Portfolio of(Organisation org) {
        return csv(org.csv(), org.asOf());
    }

    /** @param files name to text */
    public static Portfolio csv(Map<String, String> files, LocalDate asOf) {
        List<Upload> uploads = files.entrySet().stream()
                .map(file -> Upload.of(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return portfolio(Intake.readUploads(uploads, options(asOf)).portfolio());
    }

    public static Portfolio json(String document, LocalDate asOf) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return portfolio(Intake.readJson("portfolio.json", bytes, options(asOf)).portfolio());
    }

    public static Portfolio folder(Path folder, LocalDate asOf) {
        return portfolio(Intake.read(List.of(folder), options(asOf)).portfolio());
    }

    public static Vocabulary vocabulary() {
        try {
            return Vocabulary.parse("synonyms.csv", Files.readString(Path.of("rules", "synonyms.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Portfolio portfolio(@Nullable Portfolio portfolio) {
        return Objects.requireNonNull(portfolio, "nothing could be imported");
    }

    private static IntakeOptions options(LocalDate asOf) {
        return IntakeOptions.of(asOf, VOCABULARY);
    }
}
