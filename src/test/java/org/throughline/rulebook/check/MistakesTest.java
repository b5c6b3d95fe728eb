package org.throughline.rulebook.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throughline.findings.Flaw;
import org.throughline.report.FlawText;
import org.throughline.rulebook.RuleFiles;

/**
 * What people get wrong when they write rules, and all that is said to it: a file each in {@code check/mistakes}, with what is replaced in
 * {@code book.drl} ({@code -}), by what ({@code +}), and the whole text. With {@code -Dmistakes.write=true} the texts are written anew, to
 * be read before they are kept.
 */
class MistakesTest {

    private static final boolean WRITE = Boolean.getBoolean("mistakes.write");

    @TestFactory
    Stream<DynamicTest> tellsWhereItIsAndHowToMendIt() throws IOException {
        try (Stream<Path> files = Files.list(Book.FOLDER.resolve("mistakes"))) {
            return files.sorted().toList().stream().map(file -> dynamicTest(name(file), () -> tells(file)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".txt", "").replace('-', ' ');
    }

    private static void tells(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String said = said(Book.with(part(lines, "-"), part(lines, "+")));
        if (WRITE) {
            String edit = lines.stream()
                    .filter(MistakesTest::isEdit)
                    .map(line -> line + "\n")
                    .collect(joining());
            Files.writeString(file, edit + "\n" + said);
        }
        String expected = Files.readString(file);
        assertThat(said).isEqualTo(expected.substring(expected.indexOf("\n\n") + 2));
    }

    private static boolean isEdit(String line) {
        return line.startsWith("- ") || line.startsWith("+ ");
    }

    private static String part(List<String> lines, String sign) {
        return lines.stream()
                .filter(line -> line.startsWith(sign + " "))
                .map(line -> line.substring(2))
                .collect(joining("\n"));
    }

    private static String said(RuleFiles files) {
        List<Flaw> flaws = new RuleCheck().check(files);
        return flaws.stream().map(FlawText::text).collect(joining("\n"));
    }
}
