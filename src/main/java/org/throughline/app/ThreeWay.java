package org.throughline.app;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two edits of one text brought together, where they are about other lines. */
final class ThreeWay {

    private ThreeWay() {}

    /** @return null where both changed the same lines, or put lines at the same place */
    static @Nullable String merged(String was, String mine, String theirs) {
        List<String> lines = lines(was);
        List<AbstractDelta<String>> own = DiffUtils.diff(lines, lines(mine)).getDeltas();
        List<AbstractDelta<String>> other = DiffUtils.diff(lines, lines(theirs)).getDeltas();
        List<AbstractDelta<String>> all = new ArrayList<>(other);
        for (AbstractDelta<String> each : own) {
            if (!other.contains(each)) {
                if (other.stream().anyMatch(it -> meet(it, each))) {
                    return null;
                }
                all.add(each);
            }
        }
        List<String> merged = new ArrayList<>(lines);
        all.sort(Comparator.comparing((AbstractDelta<String> it) -> -from(it)).thenComparing(it -> -to(it)));
        for (AbstractDelta<String> delta : all) { // from the end on, so that what is before keeps its place
            merged.subList(from(delta), to(delta)).clear();
            merged.addAll(from(delta), delta.getTarget().getLines());
        }
        return String.join("\n", merged);
    }

    private static List<String> lines(String text) {
        return List.of(text.replace("\r\n", "\n").split("\n", -1));
    }

    private static int from(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int to(AbstractDelta<String> delta) {
        return from(delta) + delta.getSource().size();
    }

    /** Lines that are put between others must not touch what is changed, or nobody could say which comes first. */
    private static boolean meet(AbstractDelta<String> one, AbstractDelta<String> other) {
        boolean puts = from(one) == to(one) || from(other) == to(other);
        int start = Math.max(from(one), from(other));
        int end = Math.min(to(one), to(other));
        return puts ? start <= end : start < end;
    }
}
