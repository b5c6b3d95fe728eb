package org.throughline.facts.derived;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code gaps(...)} in a rule says: which subjects could not be judged, and what is missing for each.
 *
 * @param missing names of files and columns by subject, sorted
 */
public record Gaps(Map<String, List<String>> missing) {

    public boolean any() {
        return !missing.isEmpty();
    }

    /** These and the others; no subject is in both. */
    public Gaps and(Gaps others) {
        Map<List<String>, Integer> all = new HashMap<>(subjects);
        others.subjects.forEach((missing, count) -> all.merge(missing, count, Integer::sum));
        return new Gaps(all);
    }
}
