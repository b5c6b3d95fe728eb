package org.throughline.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Change;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;

/** How two pieces of advice on the same facts differ. */
public final class Differences {

    private final List<Change> changes = new ArrayList<>();

    private Differences() {}

    public static List<Change> of(Advice before, Advice after) {
        Differences differences = new Differences();
        differences.findings(by(before.findings(), Finding::id), by(after.findings(), Finding::id));
        differences.recommendations(
                by(before.recommendations(), Recommendation::id), by(after.recommendations(), Recommendation::id));
        return differences.changes;
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private void findings(Map<String, Finding> before, Map<String, Finding> after) {
        after.forEach((id, now) -> {
            Finding was = before.get(id);
            if (was == null || was.severity() != now.severity()) {
                add(Change.Part.FINDING, id, now.statement(), severity(was), severity(now));
            }
        });
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                add(Change.Part.FINDING, id, was.statement(), severity(was), null);
            }
        });
    }

    private static @Nullable String severity(@Nullable Finding finding) {
        return finding == null ? null : finding.severity().word();
    }

    private void recommendations(Map<String, Recommendation> before, Map<String, Recommendation> after) {
        Set<String> inOrder = inOrder(before, after);
        after.forEach((id, now) -> {
            Recommendation was = before.get(id);
            if (was == null || was.tier() != now.tier() || !inOrder.contains(id)) {
                add(Change.Part.RECOMMENDATION, id, now.title(), place(was), place(now));
            }
        });
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                add(Change.Part.RECOMMENDATION, id, was.title(), place(was), null);
            }
        });
    }

    private static @Nullable String place(@Nullable Recommendation it) {
        return it == null ? null : it.tier() + ", rank " + it.rank();
    }

    private void add(Change.Part part, String id, String text, @Nullable String before, @Nullable String after) {
        changes.add(new Change(part, id, text, before, after, List.of()));
    }

    /**
     * The most recommendations that keep their order among each other: what is not among them moved. One that goes from the tenth place to the
     * first has moved; the nine that it passed have not.
     */
    private static Set<String> inOrder(Map<String, Recommendation> before, Map<String, Recommendation> after) {
        List<String> ids = after.keySet().stream().filter(before::containsKey).toList();
        List<Integer> ends = new ArrayList<>(); // of the best run of each length, its last place in ids
        Map<Integer, Integer> previous = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            int rank = before.get(ids.get(i)).rank();
            int length = 0;
            while (length < ends.size() && before.get(ids.get(ends.get(length))).rank() < rank) {
                length++;
            }
            previous.put(i, length == 0 ? -1 : ends.get(length - 1));
            if (length == ends.size()) {
                ends.add(i);
            } else {
                ends.set(length, i);
            }
        }
        Set<String> kept = new HashSet<>();
        for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous.get(i)) {
            kept.add(ids.get(i));
        }
        return kept;
    }
}
