package org.throughline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.findings.RuleVersion;
import org.throughline.rulebook.Shelf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draft of the rules for each who writes one, beside the live rules: it stays until it is published or discarded, whatever is reloaded
 * or restarted. In the folder of a server's data, a file for each, or where replicas share them. May be shared by threads.
 */
public final class RuleDrafts {

    private static final int LONGEST = 400_000;
    private static final String JSON = ".json";

    private final Shelf shelf;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();

    /** @param data the folder of a server's data; null for {@code data} */
    public RuleDrafts(@Nullable Path data, InstantSource clock) {
        this(Shelf.in(Settings.data(data).resolve("drafts")), clock);
    }

    /** @param shelf what replicas share */
    public RuleDrafts(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * Somebody's draft, an empty one where they have none.
     *
     * @param whose letters and digits, which tell them from others
     */
    public synchronized SavedDraft of(String whose, Rules live) {
        @Nullable SavedDraft kept = read(name(whose));
        return kept == null || kept.isEmpty() && kept.undo().isEmpty()
                ? SavedDraft.none(live.digest(), clock.instant())
                : kept;
    }

    private @Nullable SavedDraft read(String name) {
        try {
            String text = shelf.find(name);
            return text == null ? null : json.readValue(text, SavedDraft.class);
        } catch (IOException | JacksonException e) {
            throw UnusableException.of(
                    shelf.place() + "/" + name,
                    "The draft cannot be read: " + e.getMessage() + ".",
                    "What was written there when it was saved.",
                    "Delete it, and begin anew.");
        }
    }

    /**
     * With another text of a file.
     *
     * @param step what that is called where it can be undone; null where an editor undoes it
     * @throws UnusableException if it is too long
     */
    public SavedDraft edit(String whose, Rules live, String file, String text, @Nullable String step) {
        refuse(Map.of(file, text));
        return change(whose, live, draft -> draft.with(file, text, live.files(), step, clock.instant()));
    }

    /**
     * One that differs from the live rules in these files alone.
     *
     * @param files texts by path
     * @throws UnusableException with all that cannot be one
     */
    public SavedDraft replace(String whose, Rules live, Map<String, String> files) {
        refuse(files);
        return change(whose, live, draft -> {
            SavedDraft made = SavedDraft.none(live.digest(), clock.instant());
            for (Map.Entry<String, String> file : files.entrySet()) {
                made = made.with(file.getKey(), file.getValue(), live.files(), null, clock.instant());
            }
            return made;
        });
    }

    private static void refuse(Map<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(files).forEach((file, text) -> {
            if (text == null || text.length() > LONGEST || !isFile(file)) {
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        file,
                        null,
                        null,
                        null,
                        "That cannot be a file of a draft.",
                        "A text of at most 400,000 characters, in a .drl, .csv, .yaml or .md file of the rules folder.",
                        "Shorten it, or split it into several files.",
                        null));
            }
        });
        if (!problems.isEmpty()) {
            throw new UnusableException(problems);
        }
    }

    /** Whose the draft of an account is: what is kept on the disk does not say what opens it. */
    public static String ofAccount(String name) {
        return digest("user " + name);
    }

    /** Of what only its owner knows, so that what is kept on the disk does not open it. */
    public static String digest(String secret) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a path can be one of a text in a rules folder. */
    static boolean isFile(String path) {
        return path.matches("[A-Za-z0-9_][A-Za-z0-9_./-]*[.](drl|csv|yaml|md)") && !path.contains("..");
    }

    public SavedDraft undo(String whose, Rules live) {
        return change(whose, live, draft -> draft.undone(clock.instant()));
    }

    /** Takes back what was edited in one file. */
    public SavedDraft restore(String whose, Rules live, String file) {
        return change(whose, live, draft -> draft.without(file, clock.instant()));
    }

    /** Brings it up to the live rules; its own text stands where others changed the same lines. */
    public SavedDraft update(String whose, Rules live) {
        return change(whose, live, draft -> draft.upTo(live.files(), clock.instant()));
    }

    private synchronized SavedDraft change(String whose, Rules live, UnaryOperator<SavedDraft> how) {
        SavedDraft changed = how.apply(of(whose, live));
        try {
            shelf.put(name(whose), json.writeValueAsString(changed));
        } catch (IOException e) {
            throw UnusableException.of(
                    shelf.place(),
                    "The draft cannot be kept there: " + e.getMessage() + ".",
                    "A folder that can be written.",
                    "Let whoever runs this program write there, or name another folder: --data DIR.");
        }
        return changed;
    }

    public synchronized void discard(String whose) {
        try {
            shelf.remove(name(whose));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A draft that waits for another to publish it.
     *
     * @param key by which it is asked for
     */
    public record Pending(String key, SavedDraft draft) {}

    /**
     * Lets others look at it, to publish it or hand it back. An edit takes it back.
     *
     * @throws NotPublishedException if there is nothing in it, or no note
     */
    public SavedDraft handOver(String whose, Rules live, String by, String note) {
        if (of(whose, live).isEmpty() || note.isBlank()) {
            throw NotPublishedException.of(
                    NotPublishedException.Why.INCOMPLETE,
                    note.isBlank() ? "There is no note." : "There is nothing in the draft.",
                    note.isBlank()
                            ? "Say in a sentence what changes for the advice, and why."
                            : "Change something first.");
        }
        SavedDraft.Handed handed = new SavedDraft.Handed(by, note.strip(), clock.instant());
        return change(whose, live, draft -> draft.handedOver(handed));
    }

    /** Those that wait, the longest first. */
    public synchronized List<Pending> pending() {
        try {
            List<Pending> pending = new ArrayList<>();
            for (String name : shelf.names()) {
                @Nullable SavedDraft draft = name.endsWith(JSON) ? read(name) : null;
                if (draft != null && draft.handed() != null) {
                    pending.add(new Pending(name.substring(0, name.length() - JSON.length()), draft));
                }
            }
            pending.sort(Comparator.comparing(
                    it -> Objects.requireNonNull(it.draft().handed()).at()));
            return pending;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that waits; empty where there is none of that key, or its writer took it back. */
    public Optional<Pending> pending(String key) {
        return pending().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** Lets its writer have it again, with what is to be different. */
    public void handBack(Pending pending, Rules live, String by, String note) {
        SavedDraft.Handed back = new SavedDraft.Handed(by, note.strip(), clock.instant());
        change(pending.key(), live, draft -> draft.handed() == null ? draft : draft.handedBack(back));
    }

    private static String name(String whose) {
        if (!whose.matches("[a-z0-9]{8,64}")) {
            throw new IllegalArgumentException("nobody's draft: " + whose);
        }
        return whose + JSON;
    }

    /** Those edits put into the live rules, to be looked at and tried. */
    public RuleDraft tried(SavedDraft draft, Rules live) {
        return new RuleDraft(live, draft.on(live.files()));
    }

    /** Files of which others changed the same lines since. */
    public List<String> contested(SavedDraft draft, Rules live) {
        return draft.contested(live.files());
    }

    /** What others did since the rules that a draft was made from, to files of which both changed the same lines. */
    public List<TextDiff> theirs(SavedDraft draft, Rules live) {
        return draft.contested(live.files()).stream()
                .map(file -> TextDiff.of(
                        file, Objects.requireNonNullElse(draft.edits().get(file).was(), ""), live.file(file)))
                .toList();
    }

    /**
     * Makes a draft live, and begins an empty one.
     *
     * @throws NotPublishedException if it cannot be; the draft stays as it is
     */
    public RuleVersion publish(String whose, LiveRules live, String by, String note) {
        SavedDraft draft = of(whose, live.get());
        RuleVersion version = live.publish(publication(draft, live, by, by, note));
        discard(whose);
        return version;
    }

    /**
     * Makes a draft live that somebody else handed over: that text, whatever its writer does meanwhile.
     *
     * @throws NotPublishedException if it cannot be; it waits as before
     */
    public RuleVersion publish(Pending pending, LiveRules live, String by, String note) {
        String writer = Objects.requireNonNull(pending.draft().handed()).by();
        RuleVersion version = live.publish(publication(pending.draft(), live, by, writer, note));
        discardUnless(pending);
        return version;
    }

    private static Publication publication(SavedDraft draft, LiveRules live, String by, String writer, String note) {
        return new Publication(draft.on(live.get().files()), draft.seen(), by, writer, note.strip(), null);
    }

    /** What its writer has edited since stays theirs. */
    private synchronized void discardUnless(Pending pending) {
        if (pending.draft().equals(read(name(pending.key())))) {
            discard(pending.key());
        }
    }
}
