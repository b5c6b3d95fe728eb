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

    /** These and the others. */
    public Gaps and(Gaps others) {
        Map<String, List<String>> all = new HashMap<>(missing);
        others.missing.forEach((subject, names) -> all.merge(subject, names, Missing::union));
        return new Gaps(all);
    }

    /** The organisation as a whole cannot be judged without these files and columns. */
    public static Gaps ofOrganisation(String... names) {
        return new Gaps(Map.of("organisation", new Missing("organisation", List.of(names)).names()));
    }
}
