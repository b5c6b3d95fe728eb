package org.throughline.facts.derived;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code gaps(...)} in a rule says: how many subjects could not be judged, by what is missing for them.
 *
 * @param subjects number of subjects for each set of missing files and columns
 */
public record Gaps(Map<List<String>, Integer> subjects) {

    public Gaps {
        subjects = Map.copyOf(subjects);
    }

    public boolean any() {
        return !subjects.isEmpty();
    }

    /** These and the others; no subject is in both. */
    public Gaps and(Gaps others) {
        Map<List<String>, Integer> all = new HashMap<>(subjects);
        others.subjects.forEach((missing, count) -> all.merge(missing, count, Integer::sum));
        return new Gaps(all);
    }
}
