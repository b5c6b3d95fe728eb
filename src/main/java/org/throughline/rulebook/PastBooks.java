package org.throughline.rulebook;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of rule books that gave advice, by their digest, so that the same advice can be given again. A listing for each book
 * ({@code sha256-3f2a....txt}, in it a line for each file), and each text once ({@code texts/}), however many books hold it.
 */
public final class PastBooks {

    private static final String SHA = "sha256:";
    private static final String TEXTS = "texts/";
    private static final Pattern LISTING = Pattern.compile("sha256-([0-9a-f]{64})\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final Shelf shelf;

    public PastBooks(Path folder) {
        this(Shelf.in(folder));
    }

    public PastBooks(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * A rule book as it was.
     *
     * @param ownThresholds what an organisation had put over the thresholds of the rules, or null
     */
    public record Past(RuleFiles files, @Nullable String ownThresholds) {

        static Past of(RuleFiles all) {
            SortedMap<String, String> files = new TreeMap<>(all.texts());
            String own = files.remove(RuleBooks.OWN_THRESHOLDS);
            return new Past(new RuleFiles(files), own);
        }

        RuleFiles all() {
            return ownThresholds == null ? files : files.with(RuleBooks.OWN_THRESHOLDS, ownThresholds);
        }

        public String digest() {
            return all().digest();
        }
    }

    /** Keeps a book; one that is kept already costs nothing. */
    public void keep(Past book) throws IOException {
        String listing = listing(book.digest());
        if (shelf.find(listing) != null) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> file : book.all().texts().entrySet()) {
            String name = RuleFiles.sha256(file.getValue());
            shelf.putNew(TEXTS + name, file.getValue());
            lines.append(name).append("  ").append(file.getKey()).append('\n');
        }
        shelf.putNew(listing, lines.toString());
    }

    /**
     * The book of a digest, or null where it is not kept here.
     *
     * @throws IOException if it cannot be read, or is no longer what it was
     */
    public @Nullable Past find(String digest) throws IOException {
        String listing = shelf.find(listing(digest));
        if (listing == null) {
            return null;
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (String line : listing.lines().toList()) {
            Matcher file = LINE.matcher(line);
            if (file.matches()) {
                texts.put(file.group(2), text(file.group(1)));
            }
        }
        Past past = Past.of(new RuleFiles(texts));
        if (!past.digest().equals(digest)) {
            throw new IOException("its files were changed since");
        }
        return past;
    }

    private String text(String name) throws IOException {
        String text = shelf.find(TEXTS + name);
        if (text == null) {
            throw new NoSuchFileException(shelf.place() + "/" + TEXTS + name);
        }
        return text;
    }

    /** Of all that are kept, sorted. */
    public List<String> digests() throws IOException {
        return shelf.names().stream()
                .map(LISTING::matcher)
                .filter(Matcher::matches)
                .map(name -> SHA + name.group(1))
                .sorted()
                .toList();
    }

    private static String listing(String digest) {
        return "sha256-" + digest.substring(SHA.length()) + ".txt";
    }
}
