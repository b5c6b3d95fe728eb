package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Stake;

/** Which recommendations tell of the same hours: what waits before a step waits in its workflow too, and nobody can save it twice. */
final class Overlaps {

    private record Told(int rank, String id, @Nullable String step) {}

    private final Map<String, List<Told>> told = new HashMap<>();
    private int ranks;

    /** Ids of those added before whose hours are, in part or all, the same; in the order in which they were added. */
    List<String> add(Draft draft) {
        int rank = ranks++;
        SortedMap<Integer, String> same = new TreeMap<>();
        for (Stake stake : draft.stakes()) {
            for (Told other : told.getOrDefault(stake.within(), List.of())) {
                if (stake.step() == null || other.step() == null || stake.step().equals(other.step())) {
                    same.put(other.rank(), other.id());
                }
            }
        }
        for (Stake stake : draft.stakes()) {
            told.computeIfAbsent(stake.within(), key -> new ArrayList<>())
                    .add(new Told(rank, draft.id(), stake.step()));
        }
        return List.copyOf(same.values());
    }
}
