package org.throughline.portfolio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.facts.Portfolio;
import org.throughline.history.FactsArchive;
import org.throughline.history.Identity;
import org.throughline.history.Lineage;
import org.throughline.history.Link;
import org.throughline.history.SnapshotCard;
import org.throughline.report.AdviceReader;
import org.throughline.store.Arrival;
import org.throughline.store.Store;

/** From files to a snapshot with its assessment: reads, judges, compares with what was known before, and keeps it all at once. */
final class Importing {

    private final Store store;
    private final Supplier<Advisor> advisor;
    private final Clock clock;

    Importing(Store store, Supplier<Advisor> advisor, Clock clock) {
        this.store = store;
        this.advisor = advisor;
        this.clock = clock;
    }

    Imported run(String portfolio, Shipment shipment, String by) {
        Advisor current = advisor.get();
        String mapping = current.rules().mappingText(shipment.mapping());
        String digest = sentDigest(shipment, mapping);
        Optional<Long> same = store.sameFiles(portfolio, digest, shipment.asOf());
        if (same.isPresent()) {
            return known(portfolio, same.get());
        }
        LocalDate day = shipment.asOf() == null ? LocalDate.now(clock) : shipment.asOf();
        Answer answer = current.advise(shipment.input(), shipment.request(day));
        while (true) {
            Optional<Store.Kept> kept = store.keep(arrival(current, portfolio, shipment, mapping, digest, answer, by));
            if (kept.isPresent() && !kept.get().isNew()) {
                return known(portfolio, kept.get().number());
            }
            if (kept.isPresent()) {
                return new Imported(snapshot(portfolio, kept.get().number()), true, answer.advice());
            }
        }
    }

    /** What {@link #run} would keep: nothing is. */
    Trial trial(String portfolio, Shipment shipment) {
        Advisor current = advisor.get();
        String digest = sentDigest(shipment, current.rules().mappingText(shipment.mapping()));
        LocalDate day = shipment.asOf() == null ? LocalDate.now(clock) : shipment.asOf();
        Long same = store.sameFiles(portfolio, digest, shipment.asOf()).orElse(null);
        return new Trial(
                same, current.advise(shipment.input(), shipment.request(day)).advice());
    }

    private Imported known(String portfolio, long number) {
        SnapshotCard snapshot = snapshot(portfolio, number);
        Advice advice = store.assessments(portfolio).stream()
                .filter(card -> card.snapshot() == number)
                .findFirst()
                .flatMap(card -> store.advice(portfolio, number, card.rulesDigest()))
                .map(json -> AdviceReader.read(new java.io.ByteArrayInputStream(json)))
                .orElseThrow();
        return new Imported(snapshot, false, advice);
    }

    private SnapshotCard snapshot(String portfolio, long number) {
        return store.snapshot(portfolio, number).orElseThrow();
    }

    private Arrival arrival(
            Advisor current,
            String portfolio,
            Shipment shipment,
            @Nullable String mapping,
            String digest,
            Answer answer,
            String by) {
        Portfolio facts = answer.portfolio();
        long before = store.portfolio(portfolio).orElseThrow().snapshots();
        List<Link> known = store.links(portfolio);
        List<Link> links = links(current, portfolio, facts, known, before + 1);
        List<Link> all = new ArrayList<>(known);
        all.addAll(links);
        Lineage lineage = Lineage.of(all);
        return new Arrival(
                portfolio,
                before,
                facts.asOf(),
                clock.instant(),
                by,
                digest,
                shipment.files(),
                shipment.hoursPerDay(),
                shipment.strict(),
                shipment.mappingName(),
                mapping == null ? null : mapping.getBytes(StandardCharsets.UTF_8),
                facts.digest(),
                answer.advice().factsCounts(),
                FactsArchive.bytes(facts),
                links,
                Judging.judgement(current, facts, answer.advice(), lineage, clock.instant()));
    }

    /** To the snapshot of the latest day that is not after this one; else to the first of those after it. */
    private List<Link> links(Advisor current, String portfolio, Portfolio facts, List<Link> known, long number) {
        List<SnapshotCard> others = store.snapshots(portfolio);
        if (others.isEmpty()) {
            return List.of();
        }
        SnapshotCard nearest = others.stream()
                .filter(card -> !card.asOf().isAfter(facts.asOf()))
                .reduce((earlier, later) -> later)
                .orElse(others.get(0));
        Portfolio before = FactsArchive.facts(store.facts(portfolio, nearest.number()));
        Identity.Settings settings = new Rulings(current.rules()).identity();
        return Identity.links(before, facts, settings, known, number, clock.instant());
    }

    /** The same for the same files under the same names, in whatever order, read in the same way. */
    private static String sentDigest(Shipment shipment, @Nullable String mapping) {
        StringBuilder all = new StringBuilder();
        shipment.files().stream()
                .map(file -> file.name() + "\n" + sha256(file.bytes()) + "\n")
                .sorted()
                .forEach(all::append);
        all.append(shipment.hoursPerDay().stripTrailingZeros().toPlainString())
                .append(shipment.strict())
                .append(mapping == null ? "" : mapping);
        return "sha256:" + sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
