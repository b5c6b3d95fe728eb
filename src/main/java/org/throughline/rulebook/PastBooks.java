package org.throughline.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of rule books that gave advice, by their digest, so that the same advice can be given again. A folder with a listing for each
 * book ({@code sha256-3f2a....txt}, in it a line for each file), and each text once ({@code texts/}), however many books hold it.
 */
public final class PastBooks {

    private static final String SHA = "sha256:";
    private static final Pattern LISTING = Pattern.compile("sha256-([0-9a-f]{64})\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final Path folder;

    public PastBooks(Path folder) {
        this.folder = folder;
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
        Path listing = listing(book.digest());
        if (Files.exists(listing)) {
            return;
        }
        Files.createDirectories(texts());
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> file : book.all().texts().entrySet()) {
            String name = RuleFiles.sha256(file.getValue());
            write(texts().resolve(name), file.getValue());
            lines.append(name).append("  ").append(file.getKey()).append('\n');
        }
        write(listing, lines.toString());
    }

    /** At once, or not at all. */
    private void write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path part = Files.createTempFile(folder, "part", ".tmp");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * The book of a digest, or null where it is not kept here.
     *
     * @throws IOException if it cannot be read, or is no longer what it was
     */
    public @Nullable Past find(String digest) throws IOException {
        String listing;
        try {
            listing = Files.readString(listing(digest));
        } catch (NoSuchFileException none) {
            return null;
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (String line : listing.lines().toList()) {
            Matcher file = LINE.matcher(line);
            if (file.matches()) {
                texts.put(file.group(2), Files.readString(texts().resolve(file.group(1))));
            }
        }
        Past past = Past.of(new RuleFiles(texts));
        if (!past.digest().equals(digest)) {
            throw new IOException("its files were changed since");
        }
        return past;
    }

    /** Of all that are kept, sorted. */
    public List<String> digests() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> LISTING.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> SHA + name.group(1))
                    .sorted()
                    .toList();
        }
    }

    private Path listing(String digest) {
        return folder.resolve("sha256-" + digest.substring(SHA.length()) + ".txt");
    }

    private Path texts() {
        return folder.resolve("texts");
    }
}
