package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Stake;
import org.throughline.findings.Finding;

/** Adds up hours at stake: where several findings share a source, its hours count once. */
final class Stakes {

    private final Map<String, Stake> byFinding;

    Stakes(Map<String, Stake> byFinding) {
        this.byFinding = byFinding;
    }

    /** Ids of findings that have something else at stake here than there. */
    Set<String> differing(Stakes other) {
        Set<String> differing = new HashSet<>();
        byFinding.forEach((finding, stake) -> {
            if (!stake.equals(other.byFinding.get(finding))) {
                differing.add(finding);
            }
        });
        for (String finding : other.byFinding.keySet()) {
            if (!byFinding.containsKey(finding)) {
                differing.add(finding);
            }
        }
        return differing;
    }

    @Nullable
    BigDecimal hours(List<Job> jobs) {
        Map<String, BigDecimal> bySource = new HashMap<>();
        for (Job job : jobs) {
            for (Finding finding : job.findings()) {
                Stake stake = byFinding.get(finding.id());
                if (stake != null) {
                    bySource.merge(stake.source(), stake.hoursPerMonth(), BigDecimal::max);
                }
            }
        }
        BigDecimal sum = bySource.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() > 0 ? sum : null;
    }

    /** All of them. */
    List<Stake> of(List<Job> jobs) {
        return jobs.stream()
                .flatMap(job -> job.findings().stream())
                .map(finding -> byFinding.get(finding.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the hours are, after the largest stake among them. */
    String what(List<Job> jobs) {
        return of(jobs).stream()
                .max(java.util.Comparator.comparing(Stake::hoursPerMonth)
                        .thenComparing(Stake::what, java.util.Comparator.reverseOrder()))
                .map(Stake::what)
                .orElse("");
    }
}
