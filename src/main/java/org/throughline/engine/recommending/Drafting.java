package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.advice.Tier;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Severity;

/** Weighs a group of jobs and puts it in words. */
final class Drafting {

    private final AdviceBook book;
    private final Terrain terrain;
    private final Certainty certainty;
    private final Stakes stakes;
    private final Telling telling;
    private final Deciders deciders;
    private final AsOf asOf;
    private final Map<String, Set<Job>> jobsOn = new HashMap<>();

    Drafting(AdviceBook book, Terrain terrain, Certainty certainty, Stakes stakes, Telling telling, AsOf asOf) {
        this.book = book;
        this.terrain = terrain;
        this.certainty = certainty;
        this.stakes = stakes;
        this.telling = telling;
        this.deciders = new Deciders(terrain, book.remedies);
        this.asOf = asOf;
    }

    /** Lets later drafts see what waits for them. */
    void expect(List<Job> jobs) {
        for (Job job : jobs) {
            for (String useCase : job.concerned()) {
                jobsOn.computeIfAbsent(useCase, key -> new HashSet<>()).add(job);
            }
        }
    }

    Draft draft(Group group) {
        List<Job> weighed = Telling.byWeight(group);
        List<Finding> findings =
                group.jobs().stream().flatMap(job -> job.findings().stream()).toList();
        Set<String> concerned = new HashSet<>();
        group.jobs().forEach(job -> concerned.addAll(job.concerned()));
        BigDecimal spread = terrain.spread(concerned, group.jobs());
        Certainty.Share share = certainty.of(findings, group.place().equals(Place.ORGANISATION));
        Finding first = urgent(findings, spread);
        Basis basis = certainty.basis(first);
        Effort effort = book.efforts.of(group.remedy().kind(), group.place().type());
        Weight weight = new Weight(
                book.tiers.tier(first.severity(), spread, basis),
                group.hoursPerDay(),
                worst(findings),
                findings.size() - 1 + unlocked(group.remedy(), concerned),
                age(findings));
        return new Draft(
                group.remedy().kind() + ":" + group.place().key(),
                group.remedy(),
                terrain.subject(group.place()),
                telling.form(group, weighed, findings),
                deciders.decider(group),
                telling.why(group, weighed, concerned),
                weight,
                basis,
                findings.stream().anyMatch(Finding::assumed),
                effort,
                share.value(),
                spread,
                group.hours(),
                stakes.what(group.jobs()),
                stakes.of(group.jobs()),
                concerned,
                findings.stream().map(Finding::id).sorted(Texts.BY_CODE_POINT).toList());
    }

    /** The finding that gives the best tier; of equals the more severe, then the better founded. */
    private Finding urgent(List<Finding> findings, BigDecimal spread) {
        Comparator<Finding> byTier = Comparator.comparing(finding -> tier(finding, spread));
        return findings.stream()
                .min(byTier.thenComparing(Finding::severity)
                        .thenComparing(certainty::basis)
                        .thenComparing(Finding::id, Texts.BY_CODE_POINT))
                .orElseThrow();
    }

    private Tier tier(Finding finding, BigDecimal spread) {
        return book.tiers.tier(finding.severity(), spread, certainty.basis(finding));
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Jobs of kinds that come later, on the same use cases: before any folding, so that folds elsewhere change nothing here. */
    private int unlocked(Remedy remedy, Set<String> concerned) {
        Set<String> kinds = book.remedies.unlockedBy(remedy.kind());
        Set<Job> unlocked = new HashSet<>();
        if (!kinds.isEmpty()) {
            for (String useCase : concerned) {
                for (Job job : jobsOn.getOrDefault(useCase, Set.of())) {
                    if (kinds.contains(job.remedy().kind())) {
                        unlocked.add(job);
                    }
                }
            }
        }
        return unlocked.size();
    }

    private long age(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.evidence().stream())
                .map(Evidence::value)
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .mapToLong(asOf::daysSince)
                .filter(days -> days > 0)
                .max()
                .orElse(0);
    }
}
