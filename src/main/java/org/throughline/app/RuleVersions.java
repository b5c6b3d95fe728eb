package org.throughline.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.RuleVersion;
import org.throughline.rulebook.PastBooks;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.Shelf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every state of the rules that was live: a text for each ({@code 000003.json}), written once, and beside them the rules' own texts, each
 * once. In the folder of a server's data, or where replicas share them. May be shared by threads and processes.
 */
public final class RuleVersions {

    private static final Pattern NAME = Pattern.compile("(\\d{6,9})\\.json");

    private final Shelf shelf;
    private final PastBooks books;
    private final JsonMapper json = new JsonMapper();

    /** Those that were read: a version never changes. */
    private final Map<Integer, RuleVersion> known = new ConcurrentHashMap<>();

    RuleVersions(Shelf shelf) {
        this.shelf = shelf;
        this.books = new PastBooks(shelf);
    }

    /** The latest first. */
    public List<RuleVersion> all() {
        List<Integer> numbers = new ArrayList<>(numbers());
        java.util.Collections.reverse(numbers);
        return numbers.stream().map(this::one).flatMap(Stream::ofNullable).toList();
    }

    private TreeSet<Integer> numbers() {
        TreeSet<Integer> numbers = new TreeSet<>();
        try {
            shelf.names().stream()
                    .map(NAME::matcher)
                    .filter(Matcher::matches)
                    .forEach(name -> numbers.add(Integer.valueOf(name.group(1))));
        } catch (IOException e) {
            throw unreadable(shelf.place(), e);
        }
        return numbers;
    }

    /** The latest; null where there is none yet. */
    @Nullable
    RuleVersion last() {
        int number = lastNumber();
        return number == 0 ? null : one(number);
    }

    /** @return null where there is none of that number */
    public @Nullable RuleVersion one(int number) {
        return known.computeIfAbsent(number, this::read);
    }

    private @Nullable RuleVersion read(int number) {
        try {
            String text = shelf.find(name(number));
            return text == null ? null : json.readValue(text, RuleVersion.class);
        } catch (IOException | JacksonException e) {
            throw unreadable(shelf.place() + "/" + name(number), e);
        }
    }

    private static String name(int number) {
        return "%06d.json".formatted(number);
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

    /** The number of the latest; 0 where there is none yet. */
    int lastNumber() {
        TreeSet<Integer> numbers = numbers();
        return numbers.isEmpty() ? 0 : numbers.last();
    }

    /**
     * Keeps a state of the rules, as the version after another.
     *
     * @param version of which number and files are found out here
     * @param after the number of the last one, as far as is known
     * @return as it is kept; null where another process kept one meanwhile, and nothing is done
     */
    @Nullable
    RuleVersion keep(Past book, RuleVersion version, int after) throws IOException {
        books.keep(book);
        RuleVersion next = numbered(book, version, after);
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(next);
        return shelf.putNew(name(next.number()), text) ? next : null;
    }

    private RuleVersion numbered(Past book, RuleVersion version, int after) {
        @Nullable RuleVersion before = one(after);
        return new RuleVersion(
                after + 1,
                version.digest(),
                version.at(),
                version.by(),
                version.note(),
                before == null ? List.of() : TextDiff.changed(files(before), book.files()),
                version.tests(),
                version.of());
    }

    /** Takes back what was kept last and never was live. */
    void withdraw(int number) throws IOException {
        known.remove(number);
        shelf.remove(name(number));
    }

    /** What people call where they are kept. */
    String place() {
        return shelf.place();
    }
}
