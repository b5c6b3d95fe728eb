package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testkit.Guide;

/**
 * Who follows the guide in {@code rules/README.md} to the letter sees what it shows: its files are written, its edits made and its commands
 * run as they stand there, and their output is compared.
 */
class GuideTest {

    private static final List<String> OWN = List.of("my-rules", "my-scenarios", "my-stories");

    @TempDir
    private Path here;

    @Test
    void whatTheGuideShowsIsWhatIsSeen() throws IOException {
        List<Guide.Block> blocks = Guide.blocks(Files.readString(Path.of("rules/README.md")));
        assertThat(blocks.stream().filter(it -> it.kind().equals("console")))
                .as("the guide shows commands")
                .hasSizeGreaterThan(8);
        for (Guide.Block block : blocks) {
            switch (block.kind()) {
                case "console" -> run(block);
                case "diff" -> edit(block);
                default -> write(block);
            }
        }
    }

    @Test
    void commandsWithoutOutputWork() throws IOException {
        List<String> commands = Guide.blocks(Files.readString(Path.of("rules/README.md"))).stream()
                .filter(it -> it.kind().isEmpty())
                .flatMap(it -> it.text().lines())
                .filter(it -> it.startsWith("throughline "))
                .toList();
        assertThat(commands).isNotEmpty();
        commands.forEach(command -> assertThat(throughline((Object[])
                                command.substring("throughline ".length()).split(" "))
                        .exitCode())
                .as(command)
                .isZero());
    }

    private void run(Guide.Block block) throws IOException {
        for (Guide.Command command : block.commands()) {
            List<String> words = command.words().stream().map(this::here).toList();
            if (words.get(0).equals("cp")) {
                copy(Path.of(words.get(2)), Path.of(words.get(3)));
                continue;
            }
            Ran ran = throughline(words.subList(1, words.size()).toArray());
            assertThat(ran.out().replace(here + "/", ""))
                    .as(command.line() + "\n" + ran.err())
                    .matches(command.output());
            assertThat(ran.exitCode())
                    .as(command.line())
                    .isEqualTo(block.about().equals("fails") ? 1 : 0);
        }
    }

    /** The guide's own folders stand in the temporary one. */
    private String here(String word) {
        return OWN.stream().anyMatch(word::startsWith) ? here.resolve(word).toString() : word;
    }

    private void write(Guide.Block block) throws IOException {
        if (OWN.stream().anyMatch(block.about()::startsWith)) {
            Path file = here.resolve(block.about());
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.text());
        }
    }

    private void edit(Guide.Block block) throws IOException {
        Path file = here.resolve(block.about());
        String text = Files.readString(file);
        String was = block.lines('-');
        assertThat(text).as(block.about()).contains(was);
        Files.writeString(file, was.isEmpty() ? text + block.lines('+') : text.replace(was, block.lines('+')));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
