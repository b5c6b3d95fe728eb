package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import org.throughline.testkit.Inventory;
import org.throughline.testkit.ShippedBook;

/** Options that name rules, thresholds or a mapping that are not there or cannot be used. */
class RuleOptionsTest {

    private static final String AS_OF = "--as-of=2026-06-30";

    @TempDir
    private Path folder;

    private Inventory inventory;

    @BeforeEach
    void anInventory() {
        inventory = Inventory.in(folder).with("use_cases.csv", "id,name,stage", "uc-1,Outreach drafting,pilot");
    }

    @Test
    void refusesRulesThatAreNotThere() {
        Ran ran = throughline("advise", inventory, "--rules", "no-rules");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            no-rules
              found     There is no such folder.
              expected  A folder of rule files.
              fix       Correct the path.
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "--as-of, 2026-06-30, 2026-05-30",
        "--mapping, ours.yaml, theirs.yaml",
        "--hours-per-day, 8, 7.5",
        "--rules, rules, rules",
        "--thresholds, own.csv, own.csv",
        "--format, text, json"
    })
    void wantsAnOptionOnce(String option, String one, String other) {
        Ran ran = throughline("advise", inventory, option, one, option, other);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualTo(option + " is given twice, and nobody can tell which of them counts: leave one out.\n"
                        + "See throughline advise --help\n");
    }

    @Test
    void listsAllThatIsWrongWithThresholdsAtOnce() {
        Path own = folder.resolve("own.csv");
        inventory.with(
                "own.csv",
                "name,value,unit",
                "undecided-prof-days,45,days",
                "",
                "long-wait-share,a tenth",
                "owner-use-cases,2,weeks",
                "owner-use-cases,7",
                "patience,3,days,why");

        Ran ran = throughline("advise", folder.resolve("use_cases.csv"), "--thresholds", own);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().replace(own.toString(), "own.csv"))
                .isEqualTo("""
                    own.csv, row 2, column "name"
                      found     "undecided-prof-days" (no rule compares with a threshold of that
                                name)
                      expected  One of the %d names in the rules' thresholds.csv.
                      fix       Did you mean undecided-proof-days or undecided-proof-long-days?
                    own.csv, row 4, column "value"
                      found     "a tenth" (it is not a number)
                      expected  A number such as 30 or 0.5.
                      fix       Write the number alone; its unit has a column of its own.
                    own.csv, row 5, column "unit"
                      found     "weeks" (the rules compare in another unit)
                      expected  The unit use cases, or an empty cell.
                      fix       Write the value in use cases.
                    own.csv, row 6, column "name"
                      found     "owner-use-cases" (it has a line already, row 5)
                      expected  One line for each threshold.
                      fix       Delete one of the two.
                    own.csv, row 7
                      found     a cell too many: why
                      expected  a CSV table with the columns name, value
                      fix       Save it as CSV (comma separated, UTF-8) with that header.
                    """.formatted(ShippedBook.get().thresholds().size()));
    }

    @Test
    void refusesThresholdsThatAreNotThere() {
        Ran ran = throughline("advise", inventory, "--thresholds", "own.csv");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            own.csv
              found     There is no such file, or it is no text in UTF-8.
              expected  A table of thresholds.
              fix       Correct the path.
            """);
    }

    @Test
    void saysWhatIsWrongInTheRulesOfAdviceBeforeItCompilesThem() throws IOException {
        Path rules = folder.resolve("rules");
        FileSystemUtils.copyRecursively(Path.of("rules"), rules);
        int stakes = edit(rules.resolve("advice/stakes.drl"), "$items : itemsPerMonth", "$items : itemsPerMonht");
        int state = edit(rules.resolve("advice/state.drl"), "{$all use case}", "{$al use case}");

        Ran ran = throughline("advise", inventory, AS_OF, "--rules", rules);

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
            error: advice/stakes.drl, line %1$d, column 34
              rule   stake: hours waited at a handoff
              found  Workflow has no field "itemsPerMonht"
              fix    Did you mean itemsPerMonth?
              %1$d | Workflow( id == $w, $items : itemsPerMonht != null )
                 |                              ^^^^^^^^^^^^^

            error: advice/state.drl, line %2$d, column 18
              rule   state: proof
              found  the statement shows $al, and nothing is bound to it
              fix    Did you mean $all?
              %2$d | @statement("{$al use case}, {$live} live: {$pilots} in pilot, {$validat…
                  |              ^^^

            throughline rules check tells all that is wrong with the rules
            """.formatted(stakes, state));
    }

    /** The line that was changed. */
    private static int edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        return (int) text.substring(0, text.indexOf(from)).lines().count();
    }

    @Test
    void refusesAMappingThatIsNotThere() {
        Ran ran = throughline("advise", inventory, "--mapping", "us-federal-2052");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            us-federal-2052
              found     There is no such file, or it is no text in UTF-8.
              expected  The name of a mapping, or a file of one.
              fix       Correct the path.
            """);
    }
}
