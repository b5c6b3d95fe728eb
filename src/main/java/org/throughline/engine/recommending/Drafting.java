package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
    private final Map<String, Map<String, List<Job>>> jobsOn;

    /** @param jobsOn those of each kind, by the use cases that they are about */
    Drafting(
            AdviceBook book,
            Terrain terrain,
            Certainty certainty,
            Stakes stakes,
            Telling telling,
            AsOf asOf,
            Map<String, Map<String, List<Job>>> jobsOn) {
        this.jobsOn = jobsOn;
        this.book = book;
        this.terrain = terrain;
        this.certainty = certainty;
        this.stakes = stakes;
        this.telling = telling;
        this.deciders = new Deciders(terrain, book.remedies);
        this.asOf = asOf;
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
                leverage(group.remedy(), concerned, findings.size()),
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

    /** The same with what waits for it now. */
    Draft again(Draft draft) {
        Weight was = draft.weight();
        int leverage =
                leverage(draft.remedy(), draft.concerned(), draft.findings().size());
        return leverage == was.leverage()
                ? draft
                : draft.with(new Weight(was.tier(), was.hoursPerDay(), was.severity(), leverage, was.ageDays()));
    }

    private int leverage(Remedy remedy, Set<String> concerned, int findings) {
        return findings - 1 + unlocked(remedy, concerned);
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
        Set<Job> unlocked = new HashSet<>();
        for (String kind : book.remedies.unlockedBy(remedy.kind())) {
            Map<String, List<Job>> on = jobsOn.getOrDefault(kind, Map.of());
            if (!on.isEmpty()) {
                concerned.forEach(useCase -> unlocked.addAll(on.getOrDefault(useCase, List.of())));
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
