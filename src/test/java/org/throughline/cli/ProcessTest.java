package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.Throughline;

/** The command line as a shell sees it: a process with its streams and its exit code. */
class ProcessTest {

    private static final String FACTS = "scenarios/sales-outreach/facts";
    private static final String AS_OF = "--as-of=2026-06-30";

    @TempDir
    private Path folder;

    @Test
    void endsWith0WhenDone() throws Exception {
        Ended ended = run("rules", "show", "A1");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("A1  A proof was accepted");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void endsWith1WhenThereIsWhatWasAskedToBeAFailure() throws Exception {
        Ended ended = run("advise", FACTS, AS_OF, "--fail-on", "P1", "--top", "1");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("  1  P1  ");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void endsWith2WhenUsedWrongly() throws Exception {
        Ended ended = run("advise");

        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("""
                Missing required parameter: 'PATH'
                See throughline advise --help
                """);
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void endsWith3WhenNothingCouldBeRead() throws Exception {
        Ended ended = run("advise", "nowhere.csv");

        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("""
                nowhere.csv
                  found     There is no such file or folder.
                  expected  A folder, ZIP, CSV, XLSX or JSON file.
                  fix       Correct the path.
                """);
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    /** {@code advise ... | head -1}: what is written is more than a pipe holds, and nobody reads on. */
    @Test
    void endsQuietlyWhenNobodyReadsOn() throws Exception {
        Process process = start("advise", FACTS, AS_OF, "--format=html");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("<!DOCTYPE html>");
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err"))).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(folder.resolve("err")));
    }

    /** On the classes that are tested; the standard error goes to a file, so that it cannot fill a pipe. */
    private Process start(String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Throughline.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
