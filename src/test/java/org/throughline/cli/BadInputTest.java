package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testkit.Inventory;

/** What cannot be read is said, with what to do about it, and the rest is judged all the same. */
class BadInputTest {

    private static final String HEADER = "id,name,stage,started_on,workflow_id";
    private static final String GOOD = "uc-1,Outreach drafting,pilot,2026-01-12,none";

    @TempDir
    private Path folder;

    @Test
    void missesARequiredColumn() {
        Inventory inventory = Inventory.in(folder).with("use_cases.csv", "id,name", "uc-1,Outreach drafting");

        assertJudged(
                inventory, 1, "error: use_cases.csv, column \"stage\": found no column that was recognised as stage, ");
    }

    @Test
    void doesNotKnowTheStage() {
        Inventory inventory =
                Inventory.in(folder).with("use_cases.csv", HEADER, GOOD, "uc-2,Lead scoring,flying,2026-01-12,none");

        assertJudged(inventory, 2, "error: use_cases.csv, row 3, column \"stage\": found \"flying\" ");
    }

    @Test
    void cannotReadTheDate() {
        Inventory inventory =
                Inventory.in(folder).with("use_cases.csv", HEADER, GOOD, "uc-2,Lead scoring,pilot,31/02/2026,none");

        assertJudged(inventory, 2, "error: use_cases.csv, row 3, column \"started_on\": found \"31/02/2026\" ");
    }

    @Test
    void findsNoWorkflowOfThatId() {
        Inventory inventory = Inventory.in(folder)
                .with("use_cases.csv", HEADER, GOOD, "uc-2,Lead scoring,pilot,2026-01-12,wf-9")
                .with("workflows.csv", "id,name", "wf-1,Pipeline");

        assertJudged(inventory, 2, "warning: use_cases.csv, row 3, column \"workflow_id\": found \"wf-9\" ");
    }

    @Test
    void findsAnIdTwice() {
        Inventory inventory =
                Inventory.in(folder).with("use_cases.csv", HEADER, GOOD, "uc-1,Lead scoring,pilot,2026-01-12,none");

        assertJudged(
                inventory,
                1,
                "error: use_cases.csv, row 3, column \"id\": found \"uc-1\" (an id that row 2 has already), ");
    }

    @Test
    void findsAnEmptyFile() {
        Inventory inventory =
                Inventory.in(folder).with("use_cases.csv", HEADER, GOOD).with("teams.csv", "");

        assertJudged(inventory, 1, "error: teams.csv: found an empty file, ");
    }

    @Test
    void findsAFileThatIsNoCsv() {
        Inventory inventory = Inventory.in(folder)
                .with("use_cases.csv", HEADER, GOOD)
                .with("teams.csv", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertJudged(inventory, 1, "error: teams.csv: found a file that is not text, so no CSV file, ");
    }

    @Test
    void findsTeamsThatGoRoundInACircle() {
        Inventory inventory = Inventory.in(folder)
                .with("use_cases.csv", HEADER, GOOD)
                .with("teams.csv", "id,name,parent_id", "t-1,Sales,t-2", "t-2,Outreach,t-1");

        assertJudged(
                inventory,
                1,
                "error: teams.csv, row 2, column \"parent_id\": found \"t-2\" (the teams go round in a circle, each below the next: t-1 → t-2 → t-1), ");
    }

    @Test
    void findsNothingUsableAtAll() {
        Inventory inventory = Inventory.in(folder).with("fruit.csv", "colour,taste", "red,sweet");

        Ran ran = throughline("advise", inventory, "--as-of", "2026-06-30");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("fruit.csv\n  found     Rows of an unknown kind: neither the file's name nor its headers")
                .endsWith("""
                        the input
                          found     Nothing to advise on.
                          expected  At least a file use_cases.csv with the columns id, name and stage.
                          fix       Mend the problems above, or name a file or folder that holds the
                                    inventory.
                        """);
    }

    @Test
    void findsNoJson() {
        Inventory inventory = Inventory.in(folder)
                .with("portfolio.json", "{\"use_cases\": [", "  {\"id\": \"uc-1\", \"name\": }", "]}");

        Ran ran = throughline("advise", inventory, "--as-of", "2026-06-30");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("line 2, column 26");
    }

    private static void assertJudged(Inventory inventory, int useCases, String problem) {
        Ran ran = throughline("advise", inventory, "--as-of", "2026-06-30", "--format", "json");

        assertThat(ran.err()).startsWith(problem).contains("expected ", "; ").hasLineCount(1);
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("\"use_cases\": " + useCases);
    }
}
