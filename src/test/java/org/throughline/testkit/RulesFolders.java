package org.throughline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A copy of the shipped rules that a test may edit, with the scenarios it names. */
public record RulesFolders(Path rules, Path scenarios) {

    /** Below a folder, which must be there. */
    public static RulesFolders in(Path folder, String... scenarios) {
        RulesFolders copy = new RulesFolders(folder.resolve("rules"), folder.resolve("scenarios"));
        try {
            FileSystemUtils.copyRecursively(Path.of("rules"), copy.rules);
            Files.createDirectories(copy.scenarios);
            for (String name : scenarios) {
                FileSystemUtils.copyRecursively(Path.of("scenarios", name), copy.scenarios.resolve(name));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a folder that is deleted with this process. */
    public static RulesFolders temporary(String... scenarios) {
        try {
            Path folder = Files.createTempDirectory("throughline-rules-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return in(folder, scenarios);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first place of a text in a file, which must be there. */
    public void edit(String file, String from, String to) {
        String text = text(file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        write(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    public String text(String file) {
        try {
            return Files.readString(rules.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String file, String text) {
        try {
            Files.writeString(rules.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it was shipped. */
    public void mend(String file) {
        try {
            write(file, Files.readString(Path.of("rules", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
