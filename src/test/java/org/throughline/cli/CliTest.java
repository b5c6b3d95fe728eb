package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testkit.SharedRules;

class CliTest {

    @Test
    void servesWithoutACommand() {
        Ran ran = throughline();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.served()).containsExactly(List.of());
    }

    @Test
    void servesAsTold() {
        Ran ran = throughline("serve", "--port", "9000", "--data", "d", "--rules", "r");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.served())
                .containsExactly(List.of("--server.port=9000", "--throughline.data=d", "--throughline.rules=r"));
    }

    @Test
    void passesOnThatTheServerCouldNotStart() {
        Console nowhere = Console.plain(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

        assertThat(Cli.run(properties -> 1, SharedRules::read, nowhere, "serve"))
                .isEqualTo(1);
    }

    @Test
    void refusesAPortThatNoMachineHas() {
        Ran ran = throughline("serve", "--port", "65536");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            --port: found 65536, expected 0 to 65535
            See throughline serve --help
            """);
        assertThat(ran.served()).isEmpty();
    }

    @Test
    void refusesAWordForANumber() {
        Ran ran = throughline("serve", "--port", "http");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            --port: found "http", expected a whole number
            See throughline serve --help
            """);
    }

    @Test
    void asksWhichCommandWasMeant() {
        Ran ran = throughline("advize");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            Unmatched argument at index 0: 'advize'
            Did you mean: throughline advise?
            See throughline --help
            """);
        assertThat(ran.served()).isEmpty();
    }

    @Test
    void asksWhichOptionWasMeant() {
        Ran ran = throughline("advise", "facts", "--formt", "json");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
            Unknown option: '--formt'
            Possible solutions: --format
            See throughline advise --help
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "advise", "check", "rules", "rules list", "rules show"})
    void helpsWithEveryCommand(String command) {
        Ran ran = throughline((command + " --help").strip().split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith(("Usage: throughline " + command).strip());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.served()).isEmpty();
    }

    @Test
    void spellsChoicesAsPeopleWriteThem() {
        assertThat(throughline("advise", "--help").out().replaceAll("\\s+", " "))
                .contains("One of text, json, markdown, html, csv. Default: text.")
                .contains("Exit with 1 if there is a recommendation of this tier or a more urgent one; one of P1, P2,"
                        + " P3.")
                .contains("Folders, ZIPs, CSV, XLSX or JSON files; together one portfolio.");
        assertThat(throughline("rules", "list", "--help").out()).contains("One of text, json. Default: text.");
    }

    @Test
    void saysItsVersion() {
        assertThat(throughline("--version").out()).startsWith("Throughline ");
    }

    /** A folder with little in it, for it compiles in a second; what it lacks is said after. */
    @Test
    void saysThatRulesOfOnesOwnTakeLonger(@TempDir Path rules) throws IOException {
        Files.createDirectories(rules.resolve("derived"));
        Files.copy(Path.of("rules/thresholds.csv"), rules.resolve("thresholds.csv"));
        String teams = Files.readString(Path.of("rules/derived/teams.drl"));
        Files.writeString(rules.resolve("derived/teams.drl"), teams + "\n// edited on " + System.nanoTime() + "\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.plain(OutputStream.nullOutputStream(), err);

        int exitCode = Cli.run(
                properties -> 0,
                RuleSource.telling(console),
                console,
                "advise",
                "scenarios/sales-outreach/facts",
                "--rules",
                rules.toString());

        assertThat(exitCode).isEqualTo(3);
        assertThat(err).hasToString("""
            Compiling a rule file that is new to this program; that is done once.
            advice/remedies.yaml
              found     the rules folder has no such file
              expected  a file of that name
              fix       Put it back.
            """);
    }

    @Test
    void neverShowsAStackTrace() {
        Console console = Console.plain(OutputStream.nullOutputStream(), new ByteArrayOutputStream());
        Server broken = properties -> {
            throw new IllegalStateException("a mistake of ours");
        };

        assertThat(Cli.run(broken, SharedRules::read, console, "serve")).isEqualTo(3);
    }
}
