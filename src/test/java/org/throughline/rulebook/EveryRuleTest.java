package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.scenario.Scenario;
import org.throughline.testkit.ShippedBook;

/** What every rule owes its readers: documentation, thresholds that exist, a section of the article, and scenarios on both sides. */
class EveryRuleTest {

    private static final List<String> ALL = List.of(
            "A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "C1", "C2", "C3", "C4", "C5",
            "C6", "C7", "C8", "C9", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "S1", "S2", "S3", "S4", "S5");

    /** The article's headings, by the letter of the diagnostics that they argue. */
    private static final Set<String> SECTIONS = Set.of(
            "Pilots are designed to prove something, not to change anything",
            "The environment around the pilot stays untouched",
            "No one commits to making the pilot the new standard",
            "Scaling requires removing friction, not adding more use cases",
            "What scaling actually looks like inside a business");

    /** Limits of the step from findings to recommendations, which is no rule. */
    private static final Set<String> USED_BY_RANKING = Set.of("observed-from-confidence", "collect-at-most");

    private static final Pattern THRESHOLD_USE = Pattern.compile("Threshold\\(\\s*name == \"([^\"]+)\"");
    private static final Pattern RULE_NAME = Pattern.compile("(?m)^rule\\s+\"([^\"]+)\"");

    @Test
    void allDiagnosticsAreThere() {
        assertThat(ShippedBook.get().diagnostics()).extracting(Diagnostic::id).containsExactlyElementsOf(ALL);
    }

    @TestFactory
    Stream<DynamicTest> everyDiagnosticIsDocumented() {
        return ShippedBook.get().diagnostics().stream()
                .map(diagnostic -> dynamicTest(diagnostic.id(), () -> assertDocumented(diagnostic)));
    }

    private static void assertDocumented(Diagnostic diagnostic) {
        assertThat(diagnostic.file())
                .as("one diagnostic a file, named by id and slug")
                .endsWith("/" + diagnostic.id() + "-" + diagnostic.slug() + ".drl");
        assertThat(diagnostic.title()).as("title of " + diagnostic.id()).hasSizeBetween(15, 90);
        assertThat(diagnostic.section())
                .as("section of the article for " + diagnostic.id())
                .isIn(SECTIONS);
        assertThat(diagnostic.remedy()).as("remedy of " + diagnostic.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(diagnostic.documentation())
                .as("documentation of " + diagnostic.id() + " says why, when it fires and when it stays silent")
                .contains("\nWhy ", "\nFires ", "\nSilent ")
                .hasSizeGreaterThan(250);
    }

    @Test
    void everyReportingRuleHasItsWords() {
        List<String> without = ShippedBook.get().headers().values().stream()
                .filter(header -> header.get("severity") != null)
                .filter(header -> header.get("diagnostic") == null || header.get("statement") == null)
                .map(RuleHeader::rule)
                .toList();
        assertThat(without)
                .as("rules that report need @diagnostic, @severity and @statement")
                .isEmpty();
    }

    @Test
    void everyThresholdExistsIsUsedAndHasItsReason() {
        Set<String> used = new TreeSet<>();
        ShippedBook.get().files().rules().texts().values().forEach(text -> {
            Matcher matcher = THRESHOLD_USE.matcher(text);
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        });
        used.addAll(USED_BY_RANKING);
        Map<String, Threshold> given = ShippedBook.get().thresholds().stream()
                .collect(Collectors.toMap(Threshold::name, threshold -> threshold));
        assertThat(given.keySet())
                .as("thresholds.csv has what rules compare with, and nothing else")
                .containsExactlyInAnyOrderElementsOf(used);
        assertThat(given.values()).allSatisfy(threshold -> {
            assertThat(threshold.unit()).as("unit of " + threshold.name()).isNotBlank();
            assertThat(threshold.reason()).as("reason of " + threshold.name()).hasSizeGreaterThan(30);
        });
    }

    @Test
    void ruleNamesAreUnique() {
        List<String> names = new ArrayList<>();
        ShippedBook.get().files().rules().texts().values().forEach(text -> {
            Matcher matcher = RULE_NAME.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        assertThat(names).doesNotHaveDuplicates();
        assertThat(ShippedBook.get().count()).as("every rule is in the book").isEqualTo(names.size());
    }

    @Test
    void noNumberStandsInARule() throws IOException {
        Pattern number = Pattern.compile("(?<![\\w\"$.])(?:[2-9]|\\d{2,})(?:\\.\\d+)?B?(?![\\w\"])");
        List<String> found = new ArrayList<>();
        ShippedBook.get().files().rules().texts().forEach((file, text) -> {
            String code = text.replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("//.*", "")
                    .replaceAll("\"[^\"]*\"", "\"\"")
                    .replaceAll("findings\\.say\\( drools, \\d", "findings.say( drools, ");
            Matcher matcher = number.matcher(code);
            while (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        });
        assertThat(found)
                .as("numbers belong into thresholds.csv, with unit and reason")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyDiagnosticFiresInAScenarioAndStaysSilentInOne() throws IOException {
        List<Scenario> scenarios = Scenario.in(Path.of("scenarios"));
        return ALL.stream()
                .map(id -> dynamicTest(id, () -> {
                    assertThat(scenarios)
                            .as("a scenario where " + id + " fires")
                            .anyMatch(one -> one.fires().contains(id));
                    assertThat(scenarios)
                            .as("a scenario where " + id + " must stay silent")
                            .anyMatch(one -> one.keepsSilent().contains(id));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioTellsItsStory() throws IOException {
        return Scenario.in(Path.of("scenarios")).stream()
                .map(scenario -> dynamicTest(scenario.name(), () -> {
                    Path story = Path.of("scenarios", scenario.name(), "README.md");
                    assertThat(story).exists();
                    assertThat(Files.readString(story, StandardCharsets.UTF_8)).hasSizeGreaterThan(200);
                }));
    }
}
