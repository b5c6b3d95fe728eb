package org.throughline.app;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.RuleFiles;

/**
 * How one text of a rules folder became another, line by line.
 *
 * @param file from the rules folder
 * @param lines what changed, with some lines around it; gaps where lines are left out
 */
public record TextDiff(String file, List<Line> lines) {

    private static final int AROUND = 3;

    public TextDiff {
        lines = List.copyOf(lines);
    }

    /** What becomes of a line. */
    public enum Fate {
        SAME,
        GONE,
        NEW,
        /** Lines that are the same are left out here. */
        GAP
    }

    /**
     * @param before its number in the old text, from 1; null where it is not there
     * @param after its number in the new text, from 1; null where it is not there
     */
    public record Line(
            Fate fate, @Nullable Integer before, @Nullable Integer after, String text) {

        /** {@code +}, {@code -}, or a blank, as such lists have it everywhere. */
        public String mark() {
            return switch (fate) {
                case GONE -> "-";
                case NEW -> "+";
                default -> " ";
            };
        }
    }

    /** Of each file that differs, by path; a file that is not there is empty. */
    public static List<TextDiff> of(RuleFiles before, RuleFiles after) {
        return changed(before, after).stream()
                .map(file -> of(
                        file,
                        before.texts().getOrDefault(file, ""),
                        after.texts().getOrDefault(file, "")))
                .toList();
    }

    public static TextDiff of(String file, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int from = delta.getSource().getPosition();
            int shift = delta.getTarget().getPosition() - from;
            between(old, at, from, shift, lines);
            if (delta.getType() != DeltaType.INSERT) {
                add(Fate.GONE, delta.getSource().getLines(), from, lines);
            }
            if (delta.getType() != DeltaType.DELETE) {
                add(Fate.NEW, delta.getTarget().getLines(), from + shift, lines);
            }
            at = from + delta.getSource().size();
        }
        between(old, at, old.size(), now.size() - old.size(), lines);
        return new TextDiff(file, lines);
    }

    private static void add(Fate fate, List<String> texts, int from, List<Line> lines) {
        for (int i = 0; i < texts.size(); i++) {
            int number = from + i + 1;
            lines.add(
                    new Line(fate, fate == Fate.GONE ? number : null, fate == Fate.NEW ? number : null, texts.get(i)));
        }
    }

    /** What is the same from one change to the next: the lines beside them. */
    private static void between(List<String> old, int from, int to, int shift, List<Line> lines) {
        boolean first = lines.isEmpty();
        boolean last = to == old.size();
        int head = first ? 0 : Math.min(AROUND, to - from);
        int tail = last ? 0 : Math.min(AROUND, to - from - head);
        same(old, from, from + head, shift, lines);
        if (to - from > head + tail) {
            lines.add(new Line(Fate.GAP, null, null, ""));
        }
        same(old, to - tail, to, shift, lines);
    }

    private static void same(List<String> old, int from, int to, int shift, List<Line> lines) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(Fate.SAME, i + 1, i + 1 + shift, old.get(i)));
        }
    }

    /** Paths of those that differ; line endings do not count. */
    static List<String> changed(RuleFiles before, RuleFiles after) {
        TreeSet<String> files = new TreeSet<>(before.texts().keySet());
        files.addAll(after.texts().keySet());
        files.removeIf(file -> {
            @Nullable String was = before.text(file);
            @Nullable String now = after.text(file);
            return was != null && now != null && was.replace("\r\n", "\n").equals(now.replace("\r\n", "\n"));
        });
        return List.copyOf(files);
    }

    /** How many lines are gone, and how many are new. */
    public long count(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).count();
    }
}
