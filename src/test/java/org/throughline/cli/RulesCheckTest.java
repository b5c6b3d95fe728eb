package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testkit.RulesFolders;

class RulesCheckTest {

    private static final String FILE = "diagnostics/trial/T1-late-decision.drl";

    @TempDir
    private Path rules;

    @BeforeEach
    void writeRules() throws IOException {
        Path given = Path.of("src/test/resources/check");
        Files.createDirectories(rules.resolve(FILE).getParent());
        Files.writeString(
                rules.resolve(FILE), Files.readString(given.resolve("book.drl")).replace("UseCase(", "UseCas("));
        Files.copy(given.resolve("thresholds.csv"), rules.resolve("thresholds.csv"));
    }

    @Test
    void findsNothingWrongWithTheShippedRules() {
        Ran ran = throughline("rules", "check", "rules");

        assertThat(ran.out()).startsWith("Nothing wrong in ").endsWith(" files.\n");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void tellsWhereAndHowToMendIt() {
        Ran ran = throughline("rules", "check", rules);

        assertThat(ran.out()).isEqualTo("""
            error: diagnostics/trial/T1-late-decision.drl, line 37, column 9
              rule   T1 cannot be judged
              found  there is no fact called "UseCas"
              fix    Did you mean UseCase?
              37 | UseCas( stage == Stage.PILOT || unknown( "stage" ), unknown( "started_on…
                 | ^^^^^^

            1 error, 0 warnings in 2 files.
            """);
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void checksTheTablesByWhichAnOrganisationIsFollowed(@TempDir Path folder) {
        RulesFolders copy = RulesFolders.in(folder);
        copy.edit("health.csv", "A1,proven,3", "A9,provn,x");
        copy.edit("advice/movement.csv", "handoffs.channel,flow", "handoffs.chanel,flow");
        copy.edit("advice/following.csv", "candidates-shown,3", "candidates-shown,0");
        copy.edit("advice/decline-reasons.csv", "no-capacity", "not-now");
        copy.edit("advice/follow-through.csv", "set-exit,either,,", "set-exits,either,,");

        Ran ran = throughline("rules", "check", copy.rules());

        assertThat(ran.out())
                .contains("error: health.csv, line 2\n  found  weight is \"x\" (expected: a number from 0 on)")
                .contains("found  of is \"provn\" (expected: one of live, active, proven")
                .contains("found  diagnostic is \"A9\" (expected: one of A1, A2")
                .contains("found  column is \"handoffs.chanel\" (expected: one of handoffs.changed_on,")
                .contains("found  value is \"0\" (expected: a whole number of 1 or more)")
                .contains("found  reason is \"not-now\" (expected: each once")
                .contains("found  no row set-exit (expected: a row for it)")
                .contains("found  kind is \"set-exits\" (expected: one of ");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void tellsTheSameToMachines() {
        Ran ran = throughline("rules", "check", rules, "--format", "json");

        assertThat(ran.out()).startsWith("""
            {
              "files": 2,
              "errors": 1,
              "warnings": 0,
              "problems": [
                {
                  "severity": "error",
                  "file": "diagnostics/trial/T1-late-decision.drl",
                  "line": 37,
                  "column": 9,
                  "length": 6,
                  "rule": "T1 cannot be judged",
                  "found": "there is no fact called \\"UseCas\\"",
                  "fix": "Did you mean UseCase?",
            """);
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        Ran ran = throughline("rules", "check", rules.resolve("none"));

        assertThat(ran.err()).contains("There is no such folder.");
        assertThat(ran.exitCode()).isEqualTo(2);
    }

    @Test
    void keepsFaultyRulesFromAdvising() {
        Ran ran = throughline("rules", "list", "--rules", rules);

        assertThat(ran.err())
                .contains("there is no fact called \"UseCas\"")
                .endsWith("throughline rules check tells all that is wrong with the rules\n");
        assertThat(ran.exitCode()).isEqualTo(3);
    }
}
