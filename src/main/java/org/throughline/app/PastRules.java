package org.throughline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.rulebook.PastBooks;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.Shelf;

/** Rules that gave advice once, found again by the digest that the advice names. */
final class PastRules {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{0,64}");
    private static final int LEAST = "sha256:".length() + 8;
    private static final int NEAREST = 3;

    /** Written to the first, looked for in all. */
    private final List<Shelf> shelves;

    private PastRules(Stream<Shelf> shelves) {
        this.shelves = shelves.toList();
    }

    private static Stream<Shelf> in(@Nullable Path... folders) {
        return Stream.of(folders).flatMap(Stream::ofNullable).distinct().map(Shelf::in);
    }

    /** Those of this user's commands, and of a server that was started here. */
    static PastRules ofUser() {
        return new PastRules(in(Settings.books(), ofServer(null)));
    }

    /**
     * @param data the folder of a server's data
     * @param shared what replicas have in common, or null
     */
    static PastRules ofServer(@Nullable Path data, @Nullable Shelf shared) {
        return new PastRules(Stream.concat(Stream.ofNullable(shared), in(ofServer(data), Settings.books())));
    }

    private static Path ofServer(@Nullable Path data) {
        return Settings.data(data).resolve("books");
    }

    /** Whether something is meant for a digest, and not for a folder. */
    static boolean isDigest(@Nullable Path asked) {
        return asked != null && DIGEST.matcher(asked.toString()).matches();
    }

    /** Keeps rules, but for those that every copy of the program carries; what goes wrong is told. */
    void keep(Rules rules, RuleNews news) {
        Past past = rules.past();
        Shelf shelf = shelves.isEmpty() ? null : shelves.get(0);
        if (shelf == null || past.digest().equals(shipped())) {
            return;
        }
        try {
            new PastBooks(shelf).keep(past);
        } catch (IOException e) {
            news.warned(new Problem(
                    Problem.Severity.WARNING,
                    shelf.place(),
                    null,
                    null,
                    null,
                    "The rules of this advice cannot be kept there.",
                    "A folder that can be written.",
                    "Name another: -Dthroughline.books=DIR; -Dthroughline.books=off does without.",
                    null));
        }
    }

    /**
     * @param asked a digest, or as much of its beginning as is unlike all others
     * @throws WrongUseException if there is none of it, with the nearest
     */
    Past find(String asked) {
        TreeSet<String> all = new TreeSet<>();
        try {
            for (Shelf shelf : shelves) {
                all.addAll(new PastBooks(shelf).digests());
            }
            String shipped = shipped();
            if (shipped != null) {
                all.add(shipped);
            }
            List<String> meant = asked.length() < LEAST
                    ? List.of()
                    : all.stream().filter(it -> it.startsWith(asked)).toList();
            if (meant.size() == 1) {
                return load(meant.get(0));
            }
            throw unknown(asked, meant.isEmpty() ? nearest(asked, all) : meant, meant.size() > 1);
        } catch (IOException e) {
            throw WrongUseException.of(
                    asked,
                    "The rules of that digest cannot be read: " + e.getMessage() + ".",
                    "What was written there when they gave advice: " + places() + ".",
                    "Name a folder that has them, from a backup: --rules DIR.");
        }
    }

    private static @Nullable String shipped() {
        try {
            return RuleBooks.shippedFiles().digest();
        } catch (RuleBookException none) {
            return null;
        }
    }

    private Past load(String digest) throws IOException {
        for (Shelf shelf : shelves) {
            Past past = new PastBooks(shelf).find(digest);
            if (past != null) {
                return past;
            }
        }
        return new Past(RuleBooks.shippedFiles(), null);
    }

    /** Those that begin the same way furthest. */
    private static List<String> nearest(String asked, TreeSet<String> all) {
        List<String> near = new ArrayList<>(all);
        near.sort(Comparator.comparingInt(it -> -inCommon(asked, it)));
        return near.subList(0, Math.min(NEAREST, near.size()));
    }

    private static int inCommon(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private WrongUseException unknown(String asked, List<String> near, boolean many) {
        String found = many
                ? near.size() + " rule books begin so."
                : asked.length() < LEAST ? "Too little of a digest." : "No rules of that digest are kept.";
        return WrongUseException.of(
                asked,
                found,
                "The digest in an advice that was given here (\"rules\", \"digest\"), or its first eight digits"
                        + " or more; kept in " + places() + ".",
                near.isEmpty() ? "Name the folder of rules." : "Did you mean " + String.join(" or ", near) + "?");
    }

    private String places() {
        return String.join(" and ", shelves.stream().map(Shelf::place).toList());
    }
}
