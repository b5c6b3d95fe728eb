package org.throughline.cli;

import static java.util.stream.Collectors.joining;
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

class RulesDiffTest {

    private static final String FACTS = "scenarios/sales-outreach/facts";

    @TempDir
    private Path edited;

    @BeforeEach
    void copyRules() throws IOException {
        Path rules = Path.of("rules");
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = edited.resolve(rules.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void saysThatRulesAreTheSame() {
        Ran ran = diff();

        assertThat(ran.out()).isEqualTo("The rules are the same.\n");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void tellsWhichThresholdMakesWhichDifference() throws IOException {
        edit("thresholds.csv", "undecided-proof-days,30,", "undecided-proof-days,70,");
        edit("thresholds.csv", "endless-pilot-days,180,", "endless-pilot-days,100,");

        assertThat(diff().out())
                .startsWith("""
                    Edited

                      endless-pilot-days is 100 days instead of 180 days
                      undecided-proof-days is 70 days instead of 30 days

                    Findings

                      appears   A2:uc-02 (medium): A pilot that nobody decided on: it runs for
                                longer than a pilot needs.
                                because endless-pilot-days is 100 days instead of 180 days
                    """)
                .contains("""
                      vanishes  A1:uc-04 (was medium): Accepted as proof on 2026-04-24, 67 days ago;
                                no decision followed.
                                because undecided-proof-days is 70 days instead of 30 days
                    """)
                .endsWith("2 findings more, 1 less, 1 otherwise; 3 recommendations more, 3 less, 0\notherwise.\n")
                .doesNotContain("several edits");
    }

    @Test
    void tellsWhatATableChanges() throws IOException {
        edit("advice/folding.csv", "\n,team,3,", "\n,team,9,");

        assertThat(diff().out())
                .contains("because advice/folding.csv\n")
                .contains("\n  vanishes  decide:team:t-com (was P2, rank 6): ");
    }

    @Test
    void tellsWhichRuleOfWhichFileMakesWhichDifference() throws IOException {
        String undecided = "diagnostics/proof/A1-undecided-proof.drl";
        edit(undecided, "@severity(\"medium\")", "@severity(\"low\")");
        edit(undecided, "@severity(\"high\")", "@severity(\"critical\")");
        edit("diagnostics/proof/A3-task-only-measure.drl", "@severity(\"medium\")", "@severity(\"low\")");
        edit("diagnostics/proof/A5-unplaced-use-case.drl", " * Silent  ", " * Silent  always ");

        String said = diff().out();

        assertThat(said)
                .startsWith("""
                    Edited

                      diagnostics/proof/A1-undecided-proof.drl, rule "A1 proof undecided for long"
                      diagnostics/proof/A1-undecided-proof.drl, rule "A1 undecided proof"
                    """)
                .containsIgnoringWhitespaces("diagnostics/proof/A5-unplaced-use-case.drl, comments alone")
                .containsIgnoringWhitespaces("""
                      differs   A1:uc-04 (low, was medium): Accepted as proof on 2026-04-24, 67 days
                                ago; no decision followed.
                                because diagnostics/proof/A1-undecided-proof.drl, rule "A1
                                undecided proof"
                    """);
        assertThat(reasons(said))
                .contains(
                        "because diagnostics/proof/A1-undecided-proof.drl, rule \"A1 undecided proof\"",
                        "because diagnostics/proof/A1-undecided-proof.drl, rule \"A1 proof undecided for long\"",
                        "because diagnostics/proof/A3-task-only-measure.drl, rule \"A3 no measure of success\"");
    }

    @Test
    void readsTheFactsWithTheWordsOfTheRulesThatJudgeThem() throws IOException {
        Path facts = Files.writeString(
                edited.resolve("use_cases.tmp.csv"), "id,name,stage,workflow_id\nuc-1,Ore sorting,trialled,none\n");
        Path moved = Files.move(facts, edited.resolveSibling(edited.getFileName() + "-use_cases.csv"));
        edit(
                "synonyms.csv",
                "use_cases,name,header,pilot,",
                "use_cases,stage,value,trialled,pilot\nuse_cases,name,header,pilot,");

        Ran ran = throughline("rules", "diff", "rules", edited, "--facts", moved, "--as-of", "2026-06-30");
        Files.delete(moved);

        assertThat(ran.out()).startsWith("""
            Edited

              synonyms.csv

            Findings

              appears   A5:uc-1 (medium):\
            """).contains("because synonyms.csv\n");
    }

    @Test
    void saysWhatIsWrongWithAnEditedTable() throws IOException {
        edit("tiers.csv", "critical,0,observed,P1,", "critical,0,observed,P7,");

        Ran ran = diff();

        assertThat(ran.err()).contains("tiers.csv").contains("P7");
        assertThat(ran.exitCode()).isEqualTo(3);
    }

    @Test
    void saysThatAnEditChangesNothing() throws IOException {
        edit("thresholds.csv", "pause-counts-days,180,", "pause-counts-days,190,");

        assertThat(diff().out()).isEqualTo("""
            Edited

              pause-counts-days is 190 days instead of 180 days

            Nothing changes in the advice on these facts.
            """);
    }

    @Test
    void tellsTheSameToMachines() throws IOException {
        edit("thresholds.csv", "undecided-proof-days,30,", "undecided-proof-days,70,");

        Ran ran = throughline(
                "rules", "diff", "rules", edited, "--facts", FACTS, "--as-of", "2026-06-30", "--format", "json");

        assertThat(ran.out()).startsWith("""
            {
              "edits": [
                "undecided-proof-days is 70 days instead of 30 days"
              ],
              "changes": [
                {
                  "part": "finding",
                  "change": "vanishes",
                  "id": "A1:uc-04",
                  "text": "Accepted as proof on 2026-04-24, 67 days ago; no decision followed.",
                  "before": "medium",
                  "after": null,
                  "because": [
                    "undecided-proof-days is 70 days instead of 30 days"
                  ]
                },
            """);
    }

    @Test
    void tellsWhatOtherThresholdsWouldChange() {
        Ran ran = throughline("rules", "sensitivity", "--facts", FACTS, "--as-of", "2026-06-30");

        assertThat(ran.out())
                .startsWith("""
                    approval-share = 20%

                      -25% (15%): 1 finding more, 0 less, 0 otherwise; 1 recommendation more, 0
                      less, 0 otherwise.
                        appears   B6:wf-proposal (high): Approvals that are as before AI came take
                                  13 h, 18.1% of the lead time.
                    """)
                .containsIgnoringWhitespaces("A quarter more or less changes nothing: ", "undecided-proof-days");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void wantsToKnowTheFacts() {
        Ran ran = throughline("rules", "diff", "rules", edited);

        assertThat(ran.err()).startsWith("Missing required option: '--facts=PATH");
        assertThat(ran.exitCode()).isEqualTo(2);
    }

    /** Each on one line. */
    private static List<String> reasons(String said) {
        return said.lines()
                .collect(joining("\n"))
                .replaceAll("\n {12}", " ")
                .lines()
                .filter(line -> line.contains(" because "))
                .map(line -> line.substring(line.indexOf("because ")))
                .distinct()
                .toList();
    }

    private Ran diff() {
        return throughline("rules", "diff", "rules", edited, "--facts", FACTS, "--as-of", "2026-06-30");
    }

    private void edit(String file, String was, String now) throws IOException {
        String text = Files.readString(edited.resolve(file));
        Files.writeString(edited.resolve(file), text.replace(was, now));
    }
}
