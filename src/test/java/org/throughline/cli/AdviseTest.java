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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.app.Format;
import org.throughline.testkit.Inventory;
import org.throughline.testkit.ShippedBook;

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
                .isEqualTo(("%s found There is no such file or folder. expected A"
                                + " folder, ZIP, CSV, XLSX or JSON file. fix Did you mean %s? ")
                        .formatted(folder.resolve("use_case.csv"), folder.resolve("use_cases.csv")));
    }

    @Test
    void saysThatNothingCanBeJudgedWithoutUseCases() {
        inventory.with("teams.csv", "id,name", "t-1,Sales");

        Ran ran = throughline("advise", folder.resolve("teams.csv"), AS_OF, "--top", 1);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEqualTo("""
                Advice as of 2026-06-30
                From 1 team; by %d rules

                Where things stand

                  Proof        There are no use cases in these facts. Nothing about pilots,
                               their owners or the work around them could be judged.

                What to do first

                  1  P4  Add the AI use cases, each with an id, a name and its stage (use_cases)
                         not quantified · effort M, 5 days · confidence 100%%
                         Why         34 diagnostics hang on it (A1, A2, A3 and 31 more), and
                                     there is nothing yet to judge.
                         Decides     Whoever keeps the inventory, with those who run the use
                                     cases.
                         First step  Fill it in for the five use cases that matter most, and see
                                     what the advice becomes.
                         Done when   use_cases is in the inventory and filled, and A1, A2, A3
                                     and 31 more no longer name it among what is missing.

                  2 more recommendations: --top 3 shows all.

                Not judged, because nobody can tell from these facts

                  use_cases
                    would let us judge A3, A4, B2, B8, C1, C2, D1, D3, D4, D5, D6, S1, S2, S3,
                    S4, S5
                  adoptions, use_cases
                    would let us judge C3, C4, C5, C8, C9
                  steps, use_cases
                    would let us judge A5, B3, B5, B6, B7
                  decisions, use_cases
                    would let us judge A1, A2
                  frictions, use_cases
                    would let us judge D2, D7
                  handoffs, use_cases
                    would let us judge B1, B4
                  responsibilities, use_cases
                    would let us judge C6, C7
                """.formatted(ShippedBook.get().count()));
    }

    /** One of so many has no owner of its outcome; beside that there are only facts to collect, P3. */
    @ParameterizedTest
    @CsvSource({"1,P1,1", "1,P2,1", "1,P3,1", "2,P1,0", "2,P2,1", "2,p3,1", "0,P1,0", "0,P2,0", "0,P3,1"})
    void failsOnATierOrAMoreUrgentOne(int useCases, String tier, int exitCode) {
        String owned = "uc-2,Lead scoring,pilot,Ben Okafor,Ana Ruiz,";
        String unowned = "uc-1,Outreach drafting,pilot,,Ana Ruiz,";
        inventory.with(
                "use_cases.csv",
                "id,name,stage,outcome_owner_id,pilot_owner_id,sponsor_id",
                useCases == 1 ? "" : owned,
                useCases == 0 ? "" : unowned);

        assertThat(throughline("advise", inventory, AS_OF, "--fail-on", tier).exitCode())
                .isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource({
        "--fail-on,P4,'found \"P4\", expected one of P1, P2, P3'",
        "--format,pdf,'found \"pdf\", expected one of text, json, markdown, html, csv'"
    })
    void refusesAChoiceThatIsNone(String option, String given, String message) {
        Ran ran = throughline("advise", inventory, option, given);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                Invalid value for option '%s': %s
                See throughline advise --help
                """.formatted(option, message));
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
