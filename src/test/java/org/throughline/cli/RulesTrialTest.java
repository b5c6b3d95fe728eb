package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTrialTest {

    private static final String FACTS = "scenarios/A2-endless-validation/facts";

    @TempDir
    private Path scenarios;

    @Test
    void savesFactsAsAScenarioThatPasses() throws IOException {
        Ran saved = save("endless");

        assertThat(saved.out())
                .isEqualTo("Saved in " + scenarios.resolve("endless")
                        + ": tell its story in README.md, read expected.yaml.\n");
        assertThat(scenarios.resolve("endless")).isDirectoryContaining("glob:**/{facts,README.md,expected.yaml}");
        assertThat(Files.readString(scenarios.resolve("endless/expected.yaml")))
                .startsWith(
                        "as_of: 2026-06-30\ncomplete: true\n\nfindings:\n  - {diagnostic: A2, subject: \"use_case:");
        Ran tested = throughline("rules", "test", "--scenarios", scenarios);
        assertThat(tested.out()).contains("1 scenario, all passed. ");
        assertThat(tested.exitCode()).isZero();
    }

    @Test
    void tellsHowAScenarioFailsAndEndsWithOne() throws IOException {
        save("endless");
        Path expected = scenarios.resolve("endless/expected.yaml");
        Files.writeString(expected, """
            as_of: 2026-06-30
            findings:
              - {diagnostic: C1, subject: "use_case:none", because: "it was said to be so"}
            """);

        Ran tested = throughline("rules", "test", "--scenarios", scenarios);

        assertThat(tested.out()).startsWith("""
            failed: endless
              - C1 use_case:none must fire (it was said to be so), but did not

            1 scenario, 1 failed.\s\
            """).endsWith(" rules fired (--coverage lists the others).\n");
        assertThat(tested.exitCode()).isEqualTo(1);
    }

    @Test
    void tellsTheSameToMachines() throws IOException {
        save("endless");

        Ran tested = throughline("rules", "test", "--scenarios", scenarios, "--format", "json");

        assertThat(tested.out())
                .startsWith("{\n  \"passed\": true,\n  \"scenarios\": [\n    {\n      \"name\": \"endless\",\n")
                .contains("\"rule\": \"A2 endless in more than one way\"")
                .contains("\"unnoticed\": []");
    }

    @Test
    void listsWhereEachRuleFired() {
        save("endless");

        Ran tested = throughline("rules", "test", "--scenarios", scenarios, "--coverage");

        assertThat(tested.out())
                .contains("Where rules fired\n")
                .contains("\n    endless\n")
                .contains("\n    nowhere\n");
    }

    @Test
    void listsConditionsThatAlwaysCameOutTheSame() {
        save("endless");

        Ran tested = throughline("rules", "test", "--scenarios", scenarios, "--coverage");

        assertThat(tested.out())
                .contains("""

                    Conditions that always came out the same

                    """)
                .contains("""
                      A1 undecided proof (diagnostics/proof/A1-undecided-proof.drl)
                        line 27: assumed == false: never failed
                        line 28: useCase.validatedOn < $asOf.minus($limit): never held
                    """)
                .containsPattern(
                        "  \\d+ of 1,\\d+ conditions were seen to hold and not to hold; \\d+ asked for what\n");
    }

    @Test
    void findsThresholdsAndConditionsThatNoScenarioWouldMiss() {
        save("endless");

        Ran tested = throughline("rules", "test", "--scenarios", scenarios, "--mutate", "20");

        assertThat(tested.out())
                .contains("Write a scenario for this: no scenario would notice\n")
                .contains("  focus-use-cases (")
                .doesNotContain("  endless-pilot-days (")
                .contains("Write a scenario for this: no scenario would notice the condition changed\n")
                .contains("  A1 undecided proof (diagnostics/proof/A1-undecided-proof.drl)\n")
                .containsPattern("  [0-9],[0-9]{3} of 3,[0-9]{3} changes of a condition tried");
    }

    @Test
    void doesNotWriteOverAScenario() {
        save("endless");

        assertThat(save("endless").err()).contains("It is there already.");
        assertThat(save("../endless").err()).contains("A scenario cannot be called so.");
        assertThat(save("endless").exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatThereAreNoScenarios() {
        Ran none = throughline("rules", "test", "--scenarios", scenarios.resolve("none"));
        Ran empty = throughline("rules", "test", "--scenarios", scenarios);

        assertThat(none.err()).contains("There is no such folder.");
        assertThat(empty.err()).contains("It holds no scenario.");
        assertThat(none.exitCode()).isEqualTo(2);
    }

    @Test
    void tellsTheLineOfAKeyThatIsNone() throws IOException {
        save("endless");
        Files.writeString(scenarios.resolve("endless/expected.yaml"), "as_of: 2026-06-30\nfinding: []\n");

        Ran tested = throughline("rules", "test", "--scenarios", scenarios);

        assertThat(tested.err())
                .containsIgnoringWhitespaces(
                        "there is no key \"finding\" (line 2); its keys are among_the_first, as_of,");
        assertThat(tested.exitCode()).isEqualTo(3);
    }

    private Ran save(String name) {
        return throughline(
                "rules", "save-scenario", name, "--scenarios", scenarios, "--facts", FACTS, "--as-of", "2026-06-30");
    }
}
