package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throughline.testkit.Imports;
import org.yaml.snakeyaml.Yaml;

/** The scenarios' answers were worked out by hand; the oracle must give the same, or one of them reads the specification wrongly. */
class ScenariosAgainstOracleTest {

    @TestFactory
    Stream<DynamicTest> agreesWith() throws IOException {
        return Files.list(Path.of("scenarios"))
                .filter(folder -> Files.exists(folder.resolve("expected.yaml")))
                .sorted()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }

    private void compare(Path folder) throws IOException {
        Map<String, Object> expected = expected(folder);
        LocalDate asOf = LocalDate.parse(expected.get("as_of").toString());
        Verdicts verdicts = Oracle.judge(
                Imports.folder(folder.resolve("facts"), asOf),
                Imports.vocabulary().placeholders());
        TreeSet<String> fired = new TreeSet<>();
        verdicts.fired()
                .forEach(each -> fired.add(each.diagnostic() + " " + each.subject() + " "
                        + each.severity().word()));
        assertThat(fired).as("what fires").containsAll(findings(expected));
        if (Boolean.TRUE.equals(expected.get("complete"))) {
            assertThat(fired).as("what fires, complete").containsExactlyElementsOf(new TreeSet<>(findings(expected)));
        }
        for (Map<String, Object> silent : entries(expected, "silent")) {
            assertThat(verdicts.truth(text(silent, "diagnostic"), id(silent))).isNotEqualTo(Truth.TRUE);
        }
        for (Map<String, Object> open : entries(expected, "not_judged")) {
            assertThat(verdicts.unjudged(text(open, "diagnostic")))
                    .as("what %s leaves open", open)
                    .isNotEmpty();
        }
    }

    private static List<String> findings(Map<String, Object> expected) {
        return entries(expected, "findings").stream()
                .map(each -> text(each, "diagnostic") + " " + id(each) + " " + text(each, "severity"))
                .toList();
    }

    private static String id(Map<String, Object> entry) {
        String subject = text(entry, "subject");
        return subject.substring(subject.indexOf(':') + 1);
    }

    private static String text(Map<String, Object> entry, String key) {
        return String.valueOf(entry.get(key));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> expected, String key) {
        return (List<Map<String, Object>>) expected.getOrDefault(key, List.of());
    }

    private static Map<String, Object> expected(Path folder) throws IOException {
        Yaml yaml =
                new Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(new org.yaml.snakeyaml.LoaderOptions()));
        String text = Files.readString(folder.resolve("expected.yaml"));
        return yaml.load(text.replaceAll("as_of: (\\S+)", "as_of: '$1'"));
    }
}
