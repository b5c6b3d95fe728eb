package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.findings.RulesStatus;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;

/** Where a server's rules are: in a folder that was named, else in {@code rules} where it was started, else in the program. */
final class RulesFolder {

    private static final Path BESIDE = Path.of("rules");
    private static final RuleFiles NONE = new RuleFiles(new TreeMap<>());

    private final @Nullable Path named;

    /** Once rules came from a folder, its absence is a mistake, and no reason to take others. */
    private boolean seen;

    RulesFolder(@Nullable Path named) {
        this.named = named;
    }

    /**
     * What there is now.
     *
     * @param files null where they cannot be used
     * @param source what they are from
     * @param flaws why they cannot
     */
    record Contents(@Nullable RuleFiles files, String source, List<Flaw> flaws) {}

    Path path() {
        return named == null ? BESIDE : named;
    }

    Contents read() {
        boolean there = named != null || Files.isRegularFile(BESIDE.resolve("thresholds.csv"));
        seen |= there;
        try {
            return there || seen
                    ? new Contents(RuleFiles.read(path()), path().toString(), List.of())
                    : new Contents(RuleBooks.shippedFiles(), RulesStatus.SHIPPED, List.of());
        } catch (RuleBookException e) {
            return unusable(e.problems());
        } catch (IOException e) {
            boolean gone = !Files.isDirectory(path());
            return unusable(List.of(new Problem(
                    Problem.Severity.ERROR,
                    path().toString(),
                    null,
                    null,
                    null,
                    gone ? "The folder is gone." : "A file in the folder cannot be read: " + e.getMessage() + ".",
                    "",
                    gone ? "Put it back." : "Let whoever runs this program read it.",
                    null)));
        }
    }

    /**
     * Writes what is different, each file as a whole, and deletes what is there no more.
     *
     * @param before what the folder holds
     * @throws IOException if one of them cannot be written; those before it are
     */
    void write(RuleFiles before, RuleFiles after) throws IOException {
        Path real = path().toRealPath();
        for (String path : TextDiff.changed(before, after)) {
            Path file = real.resolve(path).normalize();
            if (!file.startsWith(real)) {
                throw new IOException(path + " is not in the folder");
            }
            @Nullable String text = after.text(path);
            if (text == null) {
                Files.deleteIfExists(file);
            } else {
                write(file, text);
            }
        }
    }

    /** The same for rules that are live whether they can be written or not. */
    void writeOrTell(RuleFiles before, RuleFiles after, RuleNews news) {
        try {
            write(before, after);
        } catch (IOException e) {
            news.warned(new Problem(
                    Problem.Severity.WARNING,
                    path().toString(),
                    null,
                    null,
                    null,
                    "What another replica published cannot be written there: " + e.getMessage() + ".",
                    "A folder that can be written.",
                    "Let whoever runs this program write there.",
                    null));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path whole = Files.createTempFile(file.getParent(), ".draft", ".tmp");
        try {
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private Contents unusable(List<Problem> problems) {
        return new Contents(null, path().toString(), RuleBooks.flaws(problems, NONE));
    }
}
