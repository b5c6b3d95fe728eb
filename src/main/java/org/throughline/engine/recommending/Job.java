package org.throughline.engine.recommending;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.throughline.facts.Texts;
import org.throughline.findings.Finding;

/**
 * One remedy at one place: findings before any folding.
 *
 * @param findings the most severe first, then by id
 * @param concerned live use cases that it is about
 */
record Job(Remedy remedy, Place place, List<Finding> findings, Set<String> concerned) {

    static final Comparator<Finding> MOST_SEVERE_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::id, Texts.BY_CODE_POINT);

    Job {
        findings = findings.stream().sorted(MOST_SEVERE_FIRST).toList();
    }

    /** One job per kind and place: what it holds need not be compared. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
