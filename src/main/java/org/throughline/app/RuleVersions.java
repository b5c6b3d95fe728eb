package org.throughline.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.findings.RuleVersion;
import org.throughline.rulebook.PastBooks;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every state of the rules that was live, in the folder of a server's data: a file for each ({@code versions/000003.json}), written once,
 * and beside them the texts, each once. May be shared by threads, and the folder by processes.
 */
public final class RuleVersions {

    private static final Pattern FILE = Pattern.compile("(\\d{6,9})\\.json");

    private final Path folder;
    private final PastBooks books;
    private final JsonMapper json = new JsonMapper();

    /** Those that were read: a version never changes. */
    private final Map<Integer, RuleVersion> known = new ConcurrentHashMap<>();

    RuleVersions(Path folder) {
        this.folder = folder;
        this.books = new PastBooks(folder);
    }

    /** @param data the folder of a server's data; null for {@code data} */
    static RuleVersions in(@Nullable Path data) {
        return new RuleVersions((data == null ? Path.of("data") : data).resolve("versions"));
    }

    /** The latest first. */
    public List<RuleVersion> all() {
        List<Integer> numbers = new ArrayList<>(numbers());
        java.util.Collections.reverse(numbers);
        return numbers.stream().map(this::one).flatMap(Stream::ofNullable).toList();
    }

    private TreeSet<Integer> numbers() {
        TreeSet<Integer> numbers = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> FILE.matcher(file.getFileName().toString()))
                        .filter(Matcher::matches)
                        .forEach(name -> numbers.add(Integer.valueOf(name.group(1))));
            } catch (IOException e) {
                throw unreadable(folder.toString(), e);
            }
        }
        return numbers;
    }

    /** The latest; null where there is none yet. */
    @Nullable
    RuleVersion last() {
        TreeSet<Integer> numbers = numbers();
        return numbers.isEmpty() ? null : one(numbers.last());
    }

    /** @return null where there is none of that number */
    public @Nullable RuleVersion one(int number) {
        return known.computeIfAbsent(number, this::read);
    }

    private @Nullable RuleVersion read(int number) {
        Path file = file(number);
        try {
            return Files.exists(file) ? json.readValue(Files.readString(file), RuleVersion.class) : null;
        } catch (IOException | JacksonException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private Path file(int number) {
        return folder.resolve("%06d.json".formatted(number));
    }

    /**
     * What the rules folder held then.
     *
     * @throws UnusableException if it cannot be read, or was changed since
     */
    public RuleFiles files(RuleVersion version) {
        try {
            Past past = books.find(version.digest());
            if (past != null) {
                return past.files();
            }
            throw new IOException("its files are gone");
        } catch (IOException e) {
            throw unreadable("version " + version.number() + " of the rules", e);
        }
    }

    /** The same, for who knows nothing of rule books: text by path. */
    public Map<String, String> texts(RuleVersion version) {
        return files(version).texts();
    }

    private static UnusableException unreadable(String what, Exception e) {
        return UnusableException.of(
                what,
                "It cannot be read: " + e.getMessage() + ".",
                "What was written there when the rules went live.",
                "Put the folder back from a backup.");
    }

    /**
     * Keeps a state of the rules, as the next version.
     *
     * @param version of which number and files are found out here
     * @param news told what goes wrong: rules are live all the same
     */
    void keep(Past book, RuleVersion version, RuleNews news) {
        try {
            books.keep(book);
            write(book.files(), version);
        } catch (IOException | UnusableException e) {
            news.warned(new Problem(
                    Problem.Severity.WARNING,
                    folder.toString(),
                    null,
                    null,
                    null,
                    "The version of the rules that is live now cannot be kept there: " + e.getMessage() + ".",
                    "A folder that can be written.",
                    "Let whoever runs this program write there, or name another folder: --data DIR.",
                    null));
        }
    }

    private void write(RuleFiles files, RuleVersion version) throws IOException {
        @Nullable RuleVersion before = last();
        List<String> changed = before == null ? List.of() : TextDiff.changed(files(before), files);
        for (int number = before == null ? 1 : before.number() + 1; ; number++) {
            RuleVersion next = new RuleVersion(
                    number,
                    version.digest(),
                    version.at(),
                    version.by(),
                    version.note(),
                    changed,
                    version.tests(),
                    version.of());
            if (writeNew(file(number), json.writerWithDefaultPrettyPrinter().writeValueAsString(next))) {
                return;
            }
        }
    }

    /** Whole or not at all; false where another process was first. */
    private boolean writeNew(Path file, String text) throws IOException {
        Path part = Files.createTempFile(folder, "part", ".tmp");
        try {
            Files.writeString(part, text);
            Files.createLink(file, part);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, file);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
