package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.app.Format;
import org.throughline.testkit.Inventory;

class AdviseTest {

    private static final String AS_OF = "--as-of=2026-06-30";

    @TempDir
    private Path folder;

    private Inventory inventory;

    @BeforeEach
    void anInventory() {
        inventory = Inventory.in(folder)
                .with(
                        "use_cases.csv",
                        "id,name,stage,validated_on,outcome_owner_id,pilot_owner_id,sponsor_id",
                        "uc-1,Outreach drafting,validated,2026-01-15,,Ana Ruiz,");
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameBytesEachTime(Format format) {
        Ran first = throughline("advise", inventory, AS_OF, "--format", format);
        Ran second = throughline("advise", inventory, AS_OF, "--format", format);

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isNotBlank().isEqualTo(second.out());
    }

    @Test
    void writesNoColoursToAPipe() {
        assertThat(throughline("advise", inventory, AS_OF).out())
                .startsWith("Advice as of 2026-06-30\nFrom 1 use case;")
                .doesNotContain("\u001b");
    }

    @Test
    void readsJson() {
        inventory.with(
                "portfolio.json",
                "{\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"Café bot\", \"stage\": \"pilot\"}]}");

        assertThat(throughline("advise", folder.resolve("portfolio.json"), AS_OF, "--format=json")
                        .out())
                .contains("\"use_cases\": 1");
    }

    @Test
    void replacesItsOutputAtTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("advice.json"), "yesterday's");

        Ran ran = throughline("advise", folder.resolve("use_cases.csv"), AS_OF, "--format=json", "--output", file);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(file).content().startsWith("{\n  \"asOf\": \"2026-06-30\"");
        assertThat(names()).containsExactly("advice.json", "use_cases.csv");
    }

    @Test
    void leavesItsOutputAsItWasWhenThereIsNoAdvice() throws IOException {
        Path file = Files.writeString(folder.resolve("advice.json"), "yesterday's");
        inventory.with("fruit.csv", "colour,taste", "red,sweet");

        Ran ran = throughline("advise", folder.resolve("fruit.csv"), "--output", file);

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(file).content().isEqualTo("yesterday's");
        assertThat(names()).containsExactly("advice.json", "fruit.csv", "use_cases.csv");
    }

    @Test
    void refusesAnOutputInAFolderThatIsNotThere() {
        Ran ran = throughline("advise", inventory, "--output", folder.resolve("reports/advice.html"));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                --output: there is no folder %s
                See throughline advise --help
                """.formatted(folder.resolve("reports")));
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        Ran ran = throughline("advise", inventory, "--as-of", "2026-02-30");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                Invalid value for option '--as-of': found "2026-02-30", expected a day of the calendar as 2026-06-30
                See throughline advise --help
                """);
    }

    @Test
    void refusesADayOfNoHours() {
        Ran ran = throughline("advise", inventory, "--hours-per-day", "0");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                --hours-per-day: found 0, expected more than 0 and at most 24
                See throughline advise --help
                """);
    }

    @Test
    void namesWhatIsNearAPathThatDoesNotExist() {
        Ran ran = throughline("advise", folder.resolve("use_case.csv"));

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().replaceAll("\\s+", " "))
                .isEqualTo(("%s found there is no such file or folder expected a"
                                + " folder, ZIP, CSV or JSON file fix Did you mean %s? ")
                        .formatted(folder.resolve("use_case.csv"), folder.resolve("use_cases.csv")));
    }

    @Test
    void refusesRulesThatAreNotThere() {
        Ran ran = throughline("advise", inventory, "--rules", "no-rules");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).isEqualTo("""
                no-rules
                  found     there is no such folder
                  expected  a folder of rule files
                  fix       Correct the path.
                """);
    }

    @Test
    void refusesThresholdsThatNoRuleKnows() {
        inventory.with("own.csv", "name,value", "patience,3");

        Ran ran = throughline("advise", folder.resolve("use_cases.csv"), "--thresholds", folder.resolve("own.csv"));

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("no rule compares with a threshold called \"patience\"");
    }

    @Test
    void givesNoAdviceOnPartOfAnInputThatMustBeWhole() {
        inventory.with("use_cases.csv", "id,name,stage", "uc-1,Outreach drafting,pilot", "uc-2,Lead scoring,flying");

        assertThat(throughline("advise", inventory, AS_OF).exitCode()).isZero();
        assertThat(throughline("advise", inventory, AS_OF, "--strict").exitCode())
                .isEqualTo(3);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
