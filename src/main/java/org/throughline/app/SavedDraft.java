package org.throughline.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.RuleFiles;

/**
 * Edits of the rules that somebody has made and nobody has published.
 *
 * @param seen the digest of the live rules that they were made from
 * @param at when it was last changed
 * @param edits by path in the rules folder
 * @param undo what the edits were before the last steps, the oldest first
 * @param handed since when it waits for another to publish it; null where it does not, as after each edit
 * @param returned when another handed it back last; null where nobody did
 */
public record SavedDraft(
        String seen,
        Instant at,
        SortedMap<String, Edited> edits,
        List<Step> undo,
        @Nullable Handed handed,
        @Nullable Handed returned) {

    private static final int STEPS = 40;

    /**
     * A file that was edited.
     *
     * @param was its text in the rules that were seen; null where it is new
     * @param text what it is to be
     */
    public record Edited(@Nullable String was, String text) {}

    /**
     * That a draft went from one to another.
     *
     * @param by who gave it away
     */
    public record Handed(String by, String note, Instant at) {}

    /**
     * What a file's edit was before a step.
     *
     * @param words what the step did
     * @param before null where the file was not edited
     */
    public record Step(String words, String file, @Nullable Edited before) {}

    public SavedDraft {
        edits = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(edits));
        undo = List.copyOf(undo);
    }

    static SavedDraft none(String digest, Instant at) {
        return new SavedDraft(digest, at, new TreeMap<>(), List.of(), null, null);
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Those rules with its edits put into them; its text stands where both changed the same lines. */
    public RuleFiles on(RuleFiles live) {
        RuleFiles edited = live;
        for (var edit : edits.entrySet()) {
            edited = edited.with(edit.getKey(), text(edit.getValue(), live.text(edit.getKey())));
        }
        return edited;
    }

    private static String text(Edited edit, @Nullable String live) {
        @Nullable String together = together(edit, live);
        return together == null ? edit.text() : together;
    }

    /** With what others did to the same file since; null where both changed the same lines. */
    private static @Nullable String together(Edited edit, @Nullable String live) {
        if (same(edit.was(), live)) {
            return edit.text();
        }
        return edit.was() == null || live == null ? null : ThreeWay.merged(edit.was(), edit.text(), live);
    }

    /** Paths of files of which others have changed the same lines since they were seen. */
    public List<String> contested(RuleFiles live) {
        return edits.entrySet().stream()
                .filter(edit -> together(edit.getValue(), live.text(edit.getKey())) == null)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /**
     * With another text of a file.
     *
     * @param step what that is called where it can be undone; null for a step of an editor, which undoes by itself
     */
    SavedDraft with(String file, String text, RuleFiles live, @Nullable String step, Instant now) {
        @Nullable Edited before = edits.get(file);
        @Nullable String was = before == null ? live.text(file) : before.was();
        SortedMap<String, Edited> changed = new TreeMap<>(edits);
        String plain = text.replace("\r\n", "\n");
        if (same(was, plain)) {
            changed.remove(file);
        } else {
            changed.put(file, new Edited(was, plain));
        }
        String digest = edits.isEmpty() ? live.digest() : seen;
        return edited(digest, now, changed, step == null ? undo : more(new Step(step, file, before)));
    }

    /** What was handed over was another text: an edit takes it back. */
    private SavedDraft edited(String digest, Instant now, SortedMap<String, Edited> changed, List<Step> steps) {
        return new SavedDraft(digest, now, changed, steps, null, returned);
    }

    SavedDraft handedOver(Handed handed) {
        return new SavedDraft(seen, at, edits, undo, handed, null);
    }

    SavedDraft handedBack(Handed back) {
        return new SavedDraft(seen, at, edits, undo, null, back);
    }

    private List<Step> more(Step step) {
        List<Step> steps = new ArrayList<>(undo);
        steps.add(step);
        return steps.subList(Math.max(0, steps.size() - STEPS), steps.size());
    }

    /** Without its last step; the same where there is none. */
    SavedDraft undone(Instant now) {
        if (undo.isEmpty()) {
            return this;
        }
        Step last = undo.get(undo.size() - 1);
        SortedMap<String, Edited> changed = new TreeMap<>(edits);
        if (last.before() == null) {
            changed.remove(last.file());
        } else {
            changed.put(last.file(), last.before());
        }
        return edited(seen, now, changed, undo.subList(0, undo.size() - 1));
    }

    /** Without its edits of a file. */
    SavedDraft without(String file, Instant now) {
        SortedMap<String, Edited> changed = new TreeMap<>(edits);
        changed.remove(file);
        List<Step> steps =
                undo.stream().filter(step -> !step.file().equals(file)).toList();
        return edited(seen, now, changed, steps);
    }

    /** As if it had been made from the rules that are live now: with what others did, but where they changed the same lines. */
    SavedDraft upTo(RuleFiles live, Instant now) {
        SortedMap<String, Edited> changed = new TreeMap<>();
        edits.forEach((file, edit) -> {
            String text = text(edit, live.text(file));
            if (!same(text, live.text(file))) {
                changed.put(file, new Edited(live.text(file), text));
            }
        });
        return edited(live.digest(), now, changed, List.of());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? one == other
                : one.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
    }
}
