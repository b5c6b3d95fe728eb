package org.throughline.rulebook.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.throughline.findings.Flaw;

/** Rule files that want more than rules may: each is refused by its text alone, and nothing of it is compiled. */
class HostileRulesTest {

    private static final String FILE = "diagnostics/trial/T1-hostile.drl";
    private static final int AT_LEAST = 60;

    private final RuleCheck check = new RuleCheck();

    @TestFactory
    Stream<DynamicTest> areRefused() throws IOException {
        return files().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> assertRefused(file)));
    }

    private void assertRefused(Path file) throws IOException {
        List<Flaw> flaws = check.check(Book.whole().with(FILE, Files.readString(file)));
        assertThat(flaws)
                .filteredOn(Flaw::isError)
                .as("errors with their place")
                .isNotEmpty()
                .allSatisfy(flaw -> {
                    assertThat(flaw.line()).isPositive();
                    assertThat(flaw.column()).isPositive();
                    assertThat(flaw.fix()).isNotBlank();
                });
    }

    @Test
    void areEnoughToLearnFrom() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Book.FOLDER.resolve("hostile"))) {
            return files.sorted().toList();
        }
    }
}
