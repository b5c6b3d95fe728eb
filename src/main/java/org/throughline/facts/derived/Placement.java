package org.throughline.facts.derived;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the use cases that may be live have a place in the work, counted once for all diagnostics that look at the place.
 *
 * @param on {@code workflow} or {@code step}
 * @param unplaced those whose stage or place nobody knows, by what is missing
 * @param placed number of those whose stage and place are named
 * @param known the files and columns that the inventory has
 */
public record Placement(String on, Gaps unplaced, int placed, Set<String> known) {

    public Placement(String on, Gaps unplaced, Number placed, @Nullable Collection<?> known) {
        this(on, unplaced, placed.intValue(), texts(known));
    }

    private static Set<String> texts(@Nullable Collection<?> known) {
        return known == null
                ? Set.of()
                : Set.copyOf(known.stream().map(String::valueOf).toList());
    }

    /** What cannot be judged about these use cases by a diagnostic that needs these files as well. */
    public Gaps gaps(String... files) {
        List<String> lacking = new ArrayList<>(List.of(files));
        lacking.removeAll(known);
        Map<List<String>, Integer> all = new HashMap<>();
        unplaced.subjects().forEach((missing, count) -> all.merge(joined(missing, lacking), count, Integer::sum));
        if (placed > 0 && !lacking.isEmpty()) {
            all.merge(joined(List.of(), lacking), placed, Integer::sum);
        }
        return new Gaps(all);
    }

    private static List<String> joined(List<String> missing, List<String> lacking) {
        List<String> joined = new ArrayList<>(missing);
        joined.addAll(lacking);
        return joined.stream().distinct().sorted().toList();
    }
}
