package org.throughline.findings;

import java.util.List;
import java.util.SortedMap;

/**
 * What scenarios say of a rule book.
 *
 * @param verdicts by the scenarios' names
 * @param fired for every rule by its name, the scenarios in which it fired, by name; none where it stayed silent in all
 * @param unnoticed changes of a threshold that no scenario notices; empty where nobody asked
 * @param conditions how often each was seen to hold and to fail; empty where nobody asked
 * @param alterations what became of changes to single conditions; none where nobody asked
 */
public record Trial(
        List<Verdict> verdicts,
        SortedMap<String, List<String>> fired,
        List<Unnoticed> unnoticed,
        List<Covered> conditions,
        Alterations alterations) {

    public Trial {
        verdicts = List.copyOf(verdicts);
        unnoticed = List.copyOf(unnoticed);
        conditions = List.copyOf(conditions);
    }

    /** Those that did not come out as expected. */
    public List<Verdict> failed() {
        return verdicts.stream().filter(verdict -> !verdict.passed()).toList();
    }

    /** Rules that fired in none of the scenarios. */
    public List<String> silent() {
        return fired.keySet().stream().filter(rule -> fired.get(rule).isEmpty()).toList();
    }

    public boolean passed() {
        return failed().isEmpty();
    }
}
