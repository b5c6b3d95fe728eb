package org.throughline.portfolio;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.history.FactsArchive;
import org.throughline.history.Lineage;
import org.throughline.history.SnapshotCard;
import org.throughline.report.AdviceReader;
import org.throughline.store.Arrival.Judgement;
import org.throughline.store.Store;

/** What the rules of the moment say of snapshots: kept once it was said. */
final class Assessments {

    private final Store store;
    private final Supplier<Advisor> advisor;
    private final Clock clock;

    Assessments(Store store, Supplier<Advisor> advisor, Clock clock) {
        this.store = store;
        this.advisor = advisor;
        this.clock = clock;
    }

    Portfolio facts(SnapshotCard snapshot) {
        return FactsArchive.facts(store.facts(snapshot.portfolio(), snapshot.number()));
    }

    Advice advice(SnapshotCard snapshot) {
        String rules = advisor.get().rules().digest();
        Optional<byte[]> kept = store.advice(snapshot.portfolio(), snapshot.number(), rules);
        return kept.map(json -> AdviceReader.read(new ByteArrayInputStream(json)))
                .orElseGet(() -> assess(snapshot));
    }

    /** What its files had wrong, as it was said when they were imported. */
    private List<Problem> problems(SnapshotCard snapshot) {
        return store.assessments(snapshot.portfolio()).stream()
                .filter(card -> card.snapshot() == snapshot.number())
                .findFirst()
                .flatMap(card -> store.advice(snapshot.portfolio(), snapshot.number(), card.rulesDigest()))
                .map(json -> AdviceReader.read(new ByteArrayInputStream(json)).problems())
                .orElse(List.of());
    }

    private Advice assess(SnapshotCard snapshot) {
        Portfolio facts = facts(snapshot);
        Advisor current = advisor.get();
        Advice advice = current.advise(facts).withProblems(problems(snapshot));
        Lineage lineage = Lineage.of(store.links(snapshot.portfolio()));
        Judgement judgement = Judging.judgement(current, facts, advice, lineage, clock.instant());
        store.assess(snapshot.portfolio(), snapshot.number(), judgement);
        return advice;
    }
}
