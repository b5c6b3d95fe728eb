package org.throughline.engine.recommending;

import java.util.List;
import java.util.Set;
import org.throughline.findings.Finding;

/**
 * One remedy at one place: findings before any folding.
 *
 * @param concerned live use cases that it is about
 */
record Job(Remedy remedy, Place place, List<Finding> findings, Set<String> concerned) {

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
