package org.throughline.facts.derived;

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
}
