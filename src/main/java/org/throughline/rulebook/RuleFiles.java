package org.throughline.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a rules folder by their path in it ({@code diagnostics/proof/A1-undecided-proof.drl}), sorted.
 */
public record RuleFiles(SortedMap<String, String> texts) {

    private static final List<String> KINDS = List.of(".drl", ".csv", ".yaml", ".md");

    public RuleFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** Reads every rule, table and text below the folder; other files and hidden ones are not part of a rule book. */
    public static RuleFiles read(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        Path root = folder.toRealPath(); // a link to a folder is walked as that folder
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String path = root.relativize(file).toString().replace('\\', '/');
                boolean hidden = path.startsWith(".") || path.contains("/.");
                if (!hidden && KINDS.stream().anyMatch(path::endsWith)) {
                    texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return new RuleFiles(texts);
    }

    /** The text of a file, or null where the folder lacks it. */
    public @Nullable String text(String path) {
        return texts.get(path);
    }

    /** The same with one file's text put in its place. */
    public RuleFiles with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.put(path, text);
        return new RuleFiles(changed);
    }

    /** Only the rules: what has to be compiled. */
    public RuleFiles rules() {
        return rules(text -> true);
    }

    /** Only the rule files with such a text. */
    RuleFiles rules(Predicate<String> such) {
        SortedMap<String, String> rules = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(".drl") && such.test(text)) {
                rules.put(path, text);
            }
        });
        return new RuleFiles(rules);
    }

    /** {@code sha256:} over paths and texts; line endings do not count, so that a checkout elsewhere is the same rule book. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                sha.update(path.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            });
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
