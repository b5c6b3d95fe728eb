package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;

/** Findings that were put together before, for as long as nothing else is reported; those that say the same stay the same object. */
final class Merged {

    private record Kept(List<Reported> matches, Finding finding) {}

    private Map<String, Kept> before = new HashMap<>();
    private List<Finding> sorted = List.of();

    /** @param matches by diagnostic and subject */
    List<Finding> of(
            Map<String, List<Reported>> matches, Function<List<Reported>, Finding> merge, Comparator<Finding> order) {
        Map<String, Kept> now = new HashMap<>(2 * matches.size());
        Set<Finding> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        matches.forEach((key, same) -> {
            Kept kept = kept(before.get(key), same, merge);
            now.put(key, kept);
            fresh.add(kept.finding());
        });
        List<Finding> findings = new ArrayList<>(fresh.size());
        for (Finding finding : sorted) {
            if (fresh.remove(finding)) {
                findings.add(finding);
            }
        }
        findings.addAll(fresh);
        findings.sort(order); // takes little: most of it is in order
        before = now;
        sorted = findings;
        return findings;
    }

    private static Kept kept(@Nullable Kept was, List<Reported> same, Function<List<Reported>, Finding> merge) {
        if (was != null && was.matches().equals(same)) {
            return was;
        }
        Finding finding = merge.apply(same);
        boolean says = was != null && isWholly(finding) && was.finding().equals(finding);
        return new Kept(same, says ? was.finding() : finding);
    }

    /** Whether nothing in its evidence is empty: of what is, nobody can tell by it alone whether it is absent or unknown. */
    private static boolean isWholly(Finding finding) {
        for (Evidence evidence : finding.evidence()) {
            if (evidence.value() == null) {
                return false;
            }
        }
        return true;
    }
}
