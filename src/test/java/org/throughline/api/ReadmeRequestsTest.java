package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testkit.RunningApp;

/** The curl commands of the README do what it says, as they stand there. */
class ReadmeRequestsTest {

    private static final Path FACTS = Path.of("scenarios/sales-outreach/facts");

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void areAnswered(@TempDir Path folder) throws IOException, InterruptedException {
        assumeThat(found("curl")).as("curl on the path").isTrue();
        Files.copy(FACTS.resolve("use_cases.csv"), folder.resolve("use_cases.csv"));
        Files.copy(FACTS.resolve("workflows.csv"), folder.resolve("workflows.csv"));
        Files.writeString(folder.resolve("portfolio.json"), Examples.PORTFOLIO);
        List<String> commands = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("    curl "))
                .toList();

        assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
        for (String command : commands) {
            String here = command.strip()
                    .replace("http://127.0.0.1:8080", app.uri("").toString())
                    .replace("curl ", "curl --silent --show-error --fail-with-body ");
            assertThat(run(here, folder)).as(command).startsWith("0\n{");
        }
    }

    private static boolean found(String program) throws IOException, InterruptedException {
        return run("command -v " + program, Path.of(".")).startsWith("0\n");
    }

    /** Exit code, then what it printed. */
    private static String run(String command, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + printed;
    }
}
