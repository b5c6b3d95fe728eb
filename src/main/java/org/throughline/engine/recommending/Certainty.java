package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;

/**
 * How much of what a recommendation needs is known. Needed are the facts in the evidence of its findings, what was assumed for them, and,
 * where it stands for the whole organisation, what its diagnostics lacked to judge the other subjects: per finding at most once.
 */
final class Certainty {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    /** Facts known of facts needed. */
    record Share(long known, long needed) {

        BigDecimal value() {
            return needed == 0
                    ? BigDecimal.ONE
                    : BigDecimal.valueOf(known).divide(BigDecimal.valueOf(needed), 2, RoundingMode.HALF_UP);
        }

        Share plus(Share other) {
            return new Share(known + other.known, needed + other.needed);
        }
    }

    private final Portfolio portfolio;
    private final BigDecimal observedFrom;
    private final Map<String, Fact> doubtful = new HashMap<>();
    private final Map<String, List<NotJudged>> unjudged = new HashMap<>();
    private final Map<Finding, Basis> bases = new IdentityHashMap<>();

    Certainty(Portfolio portfolio, Judged judged, AdviceBook book) {
        this.portfolio = portfolio;
        this.observedFrom = book.threshold(AdviceBook.OBSERVED_FROM).multiply(PERCENT);
        judged.notJudged()
                .forEach(one -> unjudged.computeIfAbsent(one.diagnostic(), key -> new ArrayList<>())
                        .add(one));
        Set<String> wanted = new HashSet<>();
        for (Finding finding : judged.findings()) {
            finding.evidence().stream()
                    .filter(evidence -> evidence.value() == null)
                    .forEach(evidence -> wanted.add(evidence.fact()));
        }
        findFacts(wanted);
        judged.findings().forEach(finding -> bases.put(finding, judgedBasis(finding)));
    }

    private void findFacts(Set<String> wanted) {
        Set<String> tables = new HashSet<>();
        wanted.forEach(id -> tables.add(id.substring(0, Math.max(0, id.indexOf('/')))));
        for (Kind kind : Kind.values()) {
            if (tables.contains(kind.table())) {
                for (Fact fact : portfolio.facts().get(kind)) {
                    String id = kind.table() + "/" + fact.key();
                    if (wanted.contains(id)) {
                        doubtful.putIfAbsent(id, fact);
                    }
                }
            }
        }
    }

    Share of(Finding finding) {
        long needed = Math.max(1, finding.evidence().size());
        long unknown = finding.evidence().stream().filter(this::unknown).count();
        boolean unseen = finding.assumed() && unknown == 0;
        return unseen ? new Share(needed, needed + 1) : new Share(needed - unknown, needed);
    }

    private boolean unknown(Evidence evidence) {
        if (evidence.value() != null) {
            return false;
        }
        Fact fact = doubtful.get(evidence.fact());
        if (fact == null) {
            return Kind.ofTable(evidence.fact()) != null && !portfolio.known().contains(evidence.fact());
        }
        Attribute attribute = fact.factKind().find(evidence.attribute());
        return attribute != null && fact.origin().isUnknown(attribute);
    }

    /** Of one of the findings that were judged. */
    Basis basis(Finding finding) {
        return Objects.requireNonNull(bases.get(finding));
    }

    private Basis judgedBasis(Finding finding) {
        boolean observed = !finding.assumed() && of(finding).value().compareTo(observedFrom) >= 0;
        return observed ? Basis.OBSERVED : Basis.ASSUMED;
    }

    /** Of all findings together; for the whole organisation with what could not be judged. */
    Share of(List<Finding> findings, boolean everywhere) {
        Share share = findings.stream().map(this::of).reduce(new Share(0, 0), Share::plus);
        if (!everywhere) {
            return share;
        }
        Map<String, Long> found =
                findings.stream().collect(Collectors.groupingBy(Finding::diagnostic, Collectors.counting()));
        long missing = found.entrySet().stream()
                .mapToLong(one -> lacking(one.getKey(), one.getValue()))
                .sum();
        return share.plus(new Share(0, missing));
    }

    private long lacking(String diagnostic, long found) {
        return unjudged.getOrDefault(diagnostic, List.of()).stream()
                .mapToLong(one -> one.missing().size() * Math.min(found, one.subjects()))
                .sum();
    }

    /** The files and columns that are unknown in the evidence of a finding: what it assumes. */
    List<String> assumedIn(Finding finding) {
        return finding.evidence().stream()
                .filter(this::unknown)
                .map(this::name)
                .distinct()
                .toList();
    }

    private String name(Evidence evidence) {
        Fact fact = doubtful.get(evidence.fact());
        return fact == null ? evidence.fact() : fact.factKind().table() + "." + evidence.attribute();
    }
}
