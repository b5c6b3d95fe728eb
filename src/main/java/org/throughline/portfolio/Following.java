package org.throughline.portfolio;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Advisor;
import org.throughline.findings.SubjectType;
import org.throughline.history.AssessmentCard;
import org.throughline.history.Comparing;
import org.throughline.history.Comparison;
import org.throughline.history.DecisionCard;
import org.throughline.history.Figures;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.Lineage;
import org.throughline.history.Link;
import org.throughline.history.Moment;
import org.throughline.history.Outcome;
import org.throughline.history.SnapshotCard;
import org.throughline.history.State;
import org.throughline.history.Trend;
import org.throughline.store.Store;

/** An organisation from snapshot to snapshot, by the rules of the moment. */
public final class Following {

    private final Portfolios portfolios;
    private final Store store;
    private final Advisor advisor;
    private final Rulings rulings;
    private final Clock clock;

    Following(Portfolios portfolios, Store store, Advisor advisor, Clock clock) {
        this.portfolios = portfolios;
        this.store = store;
        this.advisor = advisor;
        this.rulings = new Rulings(advisor.rules());
        this.clock = clock;
    }

    /** What a snapshot's facts say about the advice on the one before it in time; empty of the very first. */
    public List<Outcome> outcomes(SnapshotCard snapshot) {
        List<SnapshotCard> all = portfolios.snapshots(snapshot.portfolio());
        List<Link> links = store.links(snapshot.portfolio());
        String rules = advisor.rules().digest();
        Told told = new Told(snapshot.portfolio(), snapshot.number(), all.size(), links, rules);
        return portfolios.told(
                told, () -> new Becoming(portfolios, store, rulings, all).outcomes(place(all, snapshot.number())));
    }

    /** All that what became of advice depends on: a year of snapshots is read to tell it. */
    record Told(String portfolio, long number, int snapshots, List<Link> links, String rules) {}

    private static int place(List<SnapshotCard> all, long number) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() == number) {
                return i;
            }
        }
        throw new IllegalArgumentException("no snapshot " + number);
    }

    private Moment moment(SnapshotCard snapshot, Lineage lineage) {
        return new Moment(portfolios.facts(snapshot), portfolios.advice(snapshot), lineage);
    }

    private Lineage lineage(String portfolio) {
        return Lineage.of(store.links(portfolio));
    }

    /**
     * Two snapshots side by side.
     *
     * @throws RefusedException if there is no such portfolio or snapshot
     */
    public Comparison compare(String portfolio, long before, long after) {
        SnapshotCard first = portfolios.snapshot(portfolio, before);
        SnapshotCard second = portfolios.snapshot(portfolio, after);
        List<SnapshotCard> all = portfolios.snapshots(portfolio);
        int place = place(all, before);
        Lineage lineage = lineage(portfolio);
        Moment was = moment(first, lineage);
        Moment is = moment(second, lineage);
        Set<String> found = new HashSet<>();
        all.subList(0, place)
                .forEach(card ->
                        portfolios.advice(card).findings().forEach(finding -> found.add(lineage.finding(finding))));
        List<Outcome> outcomes = new Becoming(portfolios, store, rulings, all).outcomes(place, place(all, after));
        return Comparing.of(was, is, new long[] {before, after}, found, outcomes, done(portfolio));
    }

    private Set<String> done(String portfolio) {
        return store.handlings(portfolio).values().stream()
                .filter(handling -> handling.state() == State.DONE)
                .map(Handling::recommendation)
                .collect(Collectors.toSet());
    }

    /** The proofs of a snapshot that wait for a decision, and the ways out. */
    public DecisionCard.Clock clock(SnapshotCard snapshot) {
        Lineage lineage = lineage(snapshot.portfolio());
        Map<String, String> first = new HashMap<>();
        portfolios.advice(snapshot).recommendations().forEach(it -> first.put(it.id(), lineage.recommendation(it)));
        List<DecisionCard> waiting = waiting(snapshot).stream()
                .map(card -> new DecisionCard(
                        card.useCase(),
                        card.name(),
                        card.since(),
                        card.days(),
                        card.hoursPerWeek(),
                        card.decider(),
                        card.recommendation() == null ? null : first.get(card.recommendation())))
                .toList();
        return new DecisionCard.Clock(snapshot.asOf(), waiting, rulings.ways());
    }

    private List<DecisionCard> waiting(SnapshotCard snapshot) {
        String rules = advisor.rules().digest();
        return store.waiting(snapshot.portfolio(), snapshot.number(), rules)
                .map(json -> List.of(HistoryJson.read(json, DecisionCard[].class)))
                .orElseThrow();
    }

    /** What is followed over time, of one snapshot. */
    public Figures figures(SnapshotCard snapshot) {
        portfolios.advice(snapshot); // judged where it was not
        return store.assessments(snapshot.portfolio()).stream()
                .filter(card -> card.snapshot() == snapshot.number())
                .filter(card -> card.rulesDigest().equals(advisor.rules().digest()))
                .map(Following::figures)
                .findFirst()
                .orElseThrow();
    }

    private static Figures figures(AssessmentCard card) {
        return HistoryJson.read(card.figures(), Figures.class);
    }

    /** As far as it is scored; see {@link #rescore}. */
    public Trend trend(String portfolio) {
        portfolios.portfolio(portfolio);
        String today = advisor.rules().digest();
        Map<Long, List<AssessmentCard>> assessments =
                store.assessments(portfolio).stream().collect(Collectors.groupingBy(AssessmentCard::snapshot));
        List<Trend.Point> points = new ArrayList<>();
        String before = null;
        for (SnapshotCard snapshot : portfolios.snapshots(portfolio)) {
            List<AssessmentCard> made = assessments.getOrDefault(snapshot.number(), List.of());
            AssessmentCard then = made.stream()
                    .min(Comparator.comparing(AssessmentCard::madeAt))
                    .orElseThrow();
            points.add(point(snapshot, then, made, before, today));
            before = then.rulesDigest();
        }
        return new Trend(today, points);
    }

    private static Trend.Point point(
            SnapshotCard snapshot,
            AssessmentCard then,
            List<AssessmentCard> made,
            @Nullable String before,
            String today) {
        Optional<AssessmentCard> current =
                made.stream().filter(card -> card.rulesDigest().equals(today)).findFirst();
        return new Trend.Point(
                snapshot.number(),
                snapshot.asOf(),
                current.map(Following::figures).orElse(null),
                then.rulesDigest(),
                then.rulesDigest().equals(today) ? null : figures(then),
                before != null && !before.equals(then.rulesDigest()));
    }

    /**
     * Scores all snapshots by the rules of the moment that were not yet: after a change of rules, all of them.
     *
     * @return how many
     */
    public int rescore(String portfolio) {
        return rescore(portfolio, percent -> {});
    }

    /** @param percent told how far it is, from 0 to 100 */
    public int rescore(String portfolio, IntConsumer percent) {
        String today = advisor.rules().digest();
        Set<Long> scored = store.assessments(portfolio).stream()
                .filter(card -> card.rulesDigest().equals(today))
                .map(AssessmentCard::snapshot)
                .collect(Collectors.toSet());
        List<SnapshotCard> left = portfolios.snapshots(portfolio).stream()
                .filter(card -> !scored.contains(card.number()))
                .toList();
        for (int done = 0; done < left.size(); done++) {
            percent.accept(done * 100 / left.size());
            portfolios.advice(left.get(done));
        }
        return left.size();
    }

    /**
     * Says of two ids whether they are one thing.
     *
     * @throws RefusedException if that is not asked
     */
    public Link decide(String portfolio, SubjectType type, String oldId, String newId, boolean same, String by) {
        Link link = portfolios.links(portfolio).stream()
                .filter(it -> it.type() == type
                        && it.oldId().equals(oldId)
                        && it.newId().equals(newId))
                .findFirst()
                .orElseThrow(() -> RefusedException.unknown(
                        type.word() + " " + oldId + " and " + newId,
                        "Nobody asks whether these are one.",
                        "A type with two ids that the list of links has.",
                        "Choose one of the candidates."));
        Link decided = link.decided(same ? Link.Status.CONFIRMED : Link.Status.REJECTED, clock.instant(), by);
        if (!store.decide(portfolio, decided)) {
            return decide(portfolio, type, oldId, newId, same, by); // somebody was faster; what is said last counts
        }
        portfolios.latest(portfolio).ifPresent(this::recommendAgain);
        return decided;
    }

    /** Under the ids that its recommendations have since. */
    private void recommendAgain(SnapshotCard latest) {
        Lineage lineage = lineage(latest.portfolio());
        store.recommend(latest.portfolio(), latest.number(), Judging.recommended(portfolios.advice(latest), lineage));
    }
}
