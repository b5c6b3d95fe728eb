package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guide in {@code rules/README.md} do what it says, in its order. */
class GuideTest {

    private static final String PROMPT = "throughline ";

    @TempDir
    private Path scenarios;

    @Test
    void everyCommandOfTheGuideWorks() throws IOException {
        List<String> commands = Files.readAllLines(Path.of("rules/README.md")).stream()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(6);
        for (String command : commands) {
            String here = command.replace("my-rules", "rules").replace("my-scenarios", scenarios.toString());
            Ran ran = throughline((Object[]) here.split(" "));
            assertThat(ran.exitCode()).as(command + "\n" + ran.err()).isZero();
            assertThat(ran.out()).as(command).isNotBlank();
        }
    }
}
