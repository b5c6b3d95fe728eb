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
import org.throughline.rulebook.RuleFiles;

/** Rules that do nothing but what rules may, in many ways of writing: none is taken for anything else. */
public class HonestRulesTest {

    private static final int AT_LEAST = 30;

    private final RuleCheck check = new RuleCheck();

    @TestFactory
    Stream<DynamicTest> haveNoErrors() throws IOException {
        return files().stream()
                .map(file -> dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(check.check(Book.whole().with(path(file), Files.readString(file))))
                                .filteredOn(Flaw::isError)
                                .isEmpty()));
    }

    @Test
    void areOfManyKinds() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void areAllThatIsShipped() throws IOException {
        assertThat(check.check(RuleFiles.read(Path.of("rules")))).isEmpty();
    }

    @Test
    void areTheBookThatTheOtherTestsChange() {
        assertThat(check.check(Book.whole())).isEmpty();
    }

    /** Where an honest rule lies in a rule book. */
    public static String path(Path file) {
        return "derived/honest/" + file.getFileName();
    }

    public static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Book.FOLDER.resolve("honest"))) {
            return files.sorted().toList();
        }
    }
}
