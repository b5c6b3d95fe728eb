package org.throughline.facts.derived;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which use cases are known to be on a workflow, worked out once for all diagnostics that look at workflows.
 *
 * @param unplaced those of which no file says it, with what is missing
 * @param placed ids of the live ones that name their workflow
 * @param unsure those that name their workflow and may be live
 * @param known the files and columns that the inventory has
 */
public record Placement(Gaps unplaced, Collection<?> placed, Gaps unsure, Collection<?> known) {

    private static final Gaps NONE = new Gaps(Map.of());

    /** Where no file says which workflow a use case is on. */
    public Placement(Gaps unplaced, Collection<?> known) {
        this(unplaced, List.of(), NONE, known);
    }

    /** Where it is said. */
    public Placement(Collection<?> placed, Gaps unsure, Collection<?> known) {
        this(NONE, placed, unsure, known);
    }

    /** What cannot be judged about these use cases by a diagnostic that needs these files as well. */
    public Gaps gaps(String... files) {
        List<String> lacking =
                Stream.of(files).filter(file -> !known.contains(file)).sorted().toList();
        if (lacking.isEmpty()) {
            return unplaced;
        }
        Map<String, List<String>> all = new HashMap<>();
        placed.forEach(id -> all.put(String.valueOf(id), lacking));
        unsure.and(unplaced).missing().forEach((id, names) -> all.put(id, Missing.union(names, lacking)));
        return new Gaps(all);
    }
}
