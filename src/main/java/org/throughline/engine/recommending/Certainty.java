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
import org.throughline.facts.Handoff;
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
    private final Map<Finding, Known> known = new IdentityHashMap<>();

    /** @param assumed the files and columns that are unknown in its evidence, where it assumes something */
    record Known(Share share, Basis basis, List<String> assumed) {}

    /** @param before what is known of findings that were judged before, by identity: nothing that they rest on has changed */
    Certainty(Portfolio portfolio, Judged judged, AdviceBook book, Map<Finding, Known> before) {
        this.portfolio = portfolio;
        this.observedFrom = book.threshold(AdviceBook.OBSERVED_FROM).multiply(PERCENT);
        judged.notJudged()
                .forEach(one -> unjudged.computeIfAbsent(one.diagnostic(), key -> new ArrayList<>())
                        .add(one));
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : judged.findings()) {
            Known same = before.get(finding);
            if (same == null) {
                fresh.add(finding);
            } else {
                known.put(finding, same);
            }
        }
        findFacts(fresh);
        fresh.forEach(finding -> known.put(finding, judge(finding)));
    }

    private void findFacts(List<Finding> fresh) {
        Set<String> wanted = new HashSet<>();
        for (Finding finding : fresh) {
            finding.evidence().stream()
                    .filter(evidence -> evidence.value() == null)
                    .forEach(evidence -> wanted.add(evidence.fact()));
        }
        findFacts(wanted);
    }

    /** What is known of each finding, by identity. */
    Map<Finding, Known> known() {
        return known;
    }

    private void findFacts(Set<String> wanted) {
        Set<String> beginnings = new HashSet<>();
        for (String id : wanted) {
            for (int slash = id.indexOf('/'); slash > 0; slash = id.indexOf('/', slash + 1)) {
                beginnings.add(id.substring(0, slash));
            }
        }
        for (Kind kind : Kind.values()) {
            if (beginnings.contains(kind.table())) {
                for (Fact fact : portfolio.facts().get(kind)) {
                    find(fact, wanted, beginnings);
                }
            }
        }
    }

    /** Ids that are made of several are made where the first of them is wanted. */
    private void find(Fact fact, Set<String> wanted, Set<String> beginnings) {
        String table = fact.factKind().table() + "/";
        boolean maybe = !(fact instanceof Handoff handoff) || beginnings.contains(table + handoff.workflowId());
        if (maybe) {
            String id = table + fact.key();
            if (wanted.contains(id)) {
                doubtful.putIfAbsent(id, fact);
            }
        }
    }

    private Share share(Finding finding) {
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
        return Objects.requireNonNull(known.get(finding)).basis();
    }

    private Known judge(Finding finding) {
        Share share = share(finding);
        boolean observed = !finding.assumed() && share.value().compareTo(observedFrom) >= 0;
        return new Known(
                share, observed ? Basis.OBSERVED : Basis.ASSUMED, finding.assumed() ? lackingIn(finding) : List.of());
    }

    /** Of all findings together; for the whole organisation with what could not be judged. */
    Share of(List<Finding> findings, boolean everywhere) {
        Share share = findings.stream()
                .map(one -> Objects.requireNonNull(known.get(one)).share())
                .reduce(new Share(0, 0), Share::plus);
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

    /** The files and columns that are unknown in the evidence of a finding that assumes something. */
    List<String> assumedIn(Finding finding) {
        return Objects.requireNonNull(known.get(finding)).assumed();
    }

    private List<String> lackingIn(Finding finding) {
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
