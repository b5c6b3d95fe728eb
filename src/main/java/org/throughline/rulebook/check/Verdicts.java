package org.throughline.rulebook.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.throughline.findings.Severity;

/**
 * What rules say in the end, as a scenario can ask for it.
 *
 * @param found severity by diagnostic and subject, {@code "A1 use_case:uc-1"}
 * @param missing files and columns by diagnostic
 * @param told what else is said or counted: lines on where the organisation stands, hours at stake
 */
public record Verdicts(Map<String, Severity> found, Map<String, Set<String>> missing, Set<Object> told) {

    static Verdicts of(Collection<Set<Conclusion>> conclusions) {
        Map<String, Severity> found = new LinkedHashMap<>();
        Map<String, Set<String>> missing = new HashMap<>();
        Set<Object> told = new HashSet<>();
        for (Set<Conclusion> each : conclusions) {
            for (Conclusion one : each) {
                if (one instanceof Conclusion.Found it) {
                    found.merge(
                            it.diagnostic() + " " + it.subject(),
                            Severity.of(it.severity()),
                            (a, b) -> a.compareTo(b) <= 0 ? a : b);
                } else if (one instanceof Conclusion.Unjudged it) {
                    missing.computeIfAbsent(it.diagnostic(), key -> new HashSet<>())
                            .addAll(it.missing());
                } else if (one instanceof Conclusion.Told
                        || one instanceof Conclusion.Derived it
                                && it.fact().getClass().getSimpleName().equals("Stake")) {
                    told.add(one);
                }
            }
        }
        return new Verdicts(found, missing, told);
    }
}
