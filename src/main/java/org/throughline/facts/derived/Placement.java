package org.throughline.facts.derived;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the use cases that may be live have a place in the work, worked out once for all diagnostics that look at the place.
 *
 * @param on {@code workflow} or {@code step}
 * @param unplaced those whose stage or place nobody knows, with what is missing
 * @param placed ids of those whose stage and place are named
 * @param known the files and columns that the inventory has
 */
public record Placement(String on, Gaps unplaced, Collection<?> placed, Collection<?> known) {

    /** What cannot be judged about these use cases by a diagnostic that needs these files as well. */
    public Gaps gaps(String... files) {
        List<String> lacking = new ArrayList<>(List.of(files));
        lacking.removeAll(known);
        Map<String, List<String>> all = new HashMap<>();
        unplaced.missing().forEach((subject, missing) -> all.put(subject, Missing.union(missing, lacking)));
        if (!lacking.isEmpty()) {
            placed.forEach(id -> all.merge(String.valueOf(id), lacking, Missing::union));
        }
        return new Gaps(all);
    }
}
