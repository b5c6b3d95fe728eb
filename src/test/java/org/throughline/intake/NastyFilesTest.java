package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throughline.facts.Reading;
import org.throughline.facts.Responsibility;
import org.throughline.facts.SheetReading;
import org.throughline.facts.UseCase;

/**
 * A corpus of files as people send them. Beside each, under {@code expected}, stands what must come of it: how it was recognised, the
 * facts, and every problem in full. To take over a change that is right, delete the text and run with {@code -Dintake.accept=true}.
 */
class NastyFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/intake/nasty");
    private static final Path EXPECTED = Path.of("src/test/resources/intake/expected");

    @TestFactory
    Stream<DynamicTest> areReadAsExpected() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(80);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String outcome = outcome(file);
        Path expected = EXPECTED.resolve(file.getFileName() + ".txt");
        if (Boolean.getBoolean("intake.accept") && !Files.exists(expected)) {
            Files.createDirectories(EXPECTED);
            Files.writeString(expected, outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(expected));
    }

    private static String outcome(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            String as = name.endsWith(".csv") && !name.startsWith("nothing-") && !name.startsWith("raci")
                    ? "use_cases.csv"
                    : name;
            return describe(Given.bytes(as, bytes).read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(Reading reading) {
        List<String> lines = new ArrayList<>();
        for (SheetReading sheet : reading.sheets()) {
            lines.add(sheet.file() + " by " + sheet.recognisedBy() + ", " + sheet.encoding() + ", " + sheet.delimiter()
                    + ": " + sheet.rows() + " rows, " + sheet.facts() + " facts; left aside: "
                    + sheet.unmapped().stream().limit(5).toList());
        }
        if (reading.portfolio() != null) {
            reading.portfolio().useCases().forEach(useCase -> lines.add(describe(useCase)));
        }
        if (reading.portfolio() != null) {
            reading.portfolio().responsibilities().forEach(it -> lines.add(describe(it)));
        }
        reading.problems().forEach(problem -> lines.add(problem.severity() + " " + Given.line(problem)));
        return String.join("\n", lines) + "\n";
    }

    private static String describe(Responsibility it) {
        return "  row " + it.origin().row() + ", column " + it.origin().sheet().header("assignment") + ": "
                + it.workflowId() + " | " + it.stepId() + " | " + it.role() + " | " + it.assignment();
    }

    private static String describe(UseCase useCase) {
        String name = String.valueOf(useCase.name());
        String shown = name.length() > 60
                ? name.length() + " characters"
                : name.replace("\n", "\\n").replace("\r", "\\r");
        return "  row " + useCase.origin().row() + ": " + useCase.id() + " | " + shown + " | " + useCase.stage() + " | "
                + useCase.teamId() + " | " + useCase.startedOn();
    }
}
