package org.throughline.portfolio;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.app.Rules;
import org.throughline.facts.Portfolio;
import org.throughline.history.Event;
import org.throughline.history.Figures;
import org.throughline.history.Handling;
import org.throughline.history.Link;
import org.throughline.history.Outcome;
import org.throughline.history.PortfolioCard;
import org.throughline.history.Scenario;
import org.throughline.history.SnapshotCard;
import org.throughline.store.ArchiveException;
import org.throughline.store.Store;

/** Organisations followed over time. What a method says that it did is kept; may be shared by threads. */
public final class Portfolios implements AutoCloseable {

    private static final Pattern SNAPSHOT = Pattern.compile("snapshot ([0-9]{1,9})");
    private static final int TOLD = 20;
    private static final int MOST_SCENARIOS = 50;

    private final Store store;
    private final Supplier<Advisor> advisor;
    private final Clock clock;
    private final Map<Following.Told, List<Outcome>> told = Collections.synchronizedMap(new LastUsed<>(TOLD));
    private final Importing importing;
    private final Assessments assessments;
    private final Reactions reactions;

    /**
     * @param store closed with this
     * @param advisor with the rules of the moment
     * @param clock what time it is, where somebody changes something
     */
    public Portfolios(Store store, Supplier<Advisor> advisor, Clock clock) {
        this.store = store;
        this.advisor = advisor;
        this.clock = clock;
        this.importing = new Importing(store, advisor, clock);
        this.assessments = new Assessments(store, advisor, clock);
        this.reactions = new Reactions(store, advisor, clock);
    }

    @Override
    public void close() {
        store.close();
    }

    /** Whether the database answers. */
    public boolean answers() {
        return store.answers();
    }

    /**
     * Begins to follow an organisation.
     *
     * @param id as in addresses, or null to make one of the name
     * @throws RefusedException if there is one of that id, or it cannot be an id
     */
    public PortfolioCard create(@Nullable String id, String name, String by) {
        String chosen = PortfolioIds.chosen(id, name);
        PortfolioCard card = new PortfolioCard(chosen, name.strip(), clock.instant(), by, 0);
        if (!store.create(card)) {
            throw RefusedException.taken(
                    "portfolio " + chosen, "There is one of that id already.", "Choose another id, or import into it.");
        }
        return card;
    }

    /** By id, from the first after one on; empty text for the very first. */
    public List<PortfolioCard> list(String after, int limit) {
        return store.portfolios(after, limit);
    }

    public boolean isThere(String id) {
        return store.portfolio(id).isPresent();
    }

    /** The same of those that pass: what somebody may not see is left out, and the part is full all the same. */
    public List<PortfolioCard> list(String after, int limit, Predicate<PortfolioCard> mayBeSeen) {
        List<PortfolioCard> seen = new ArrayList<>();
        List<PortfolioCard> part = list(after, limit);
        while (!part.isEmpty() && seen.size() < limit) {
            part.stream().filter(it -> mayBeSeen.test(it)).forEach(seen::add);
            part = part.size() < limit
                    ? List.of()
                    : list(part.get(part.size() - 1).id(), limit);
        }
        return seen.size() <= limit ? seen : seen.subList(0, limit);
    }

    /** @throws RefusedException if there is none of that id */
    public PortfolioCard portfolio(String id) {
        return store.portfolio(id)
                .orElseThrow(() -> RefusedException.unknown(
                        "portfolio " + id,
                        "There is none of that id.",
                        "The id of a portfolio that is kept here.",
                        "Choose one that is listed, or create it first."));
    }

    /**
     * A number that another takes the place of with each change that somebody makes.
     *
     * @throws RefusedException if there is none of that id
     */
    public long revision(String id) {
        portfolio(id);
        return store.revision(id).orElse(0L);
    }

    /**
     * Deletes a portfolio with all that is in it; it cannot be undone.
     *
     * @param seen the revision that is meant, or null for whichever it is
     * @return false where it is not that revision any more, and nothing was deleted
     * @throws RefusedException if there is none of that id
     */
    public boolean delete(String id, @Nullable Long seen, String by) {
        portfolio(id);
        return store.delete(id, seen, clock.instant(), by);
    }

    /**
     * Reads files, judges them and keeps all of it as the portfolio's next snapshot, or nothing. The same files read in the same way are kept
     * once.
     *
     * @throws RefusedException if there is no such portfolio
     * @throws org.throughline.app.UnusableException if nothing in the files could be used
     * @throws org.throughline.store.StoreException if it could not be kept
     */
    public Imported importFiles(String portfolio, Shipment shipment, String by) {
        portfolio(portfolio);
        return importing.run(portfolio, shipment, by);
    }

    /**
     * What would be kept of some files, and said of them. Nothing is kept.
     *
     * @throws RefusedException if there is no such portfolio
     * @throws org.throughline.app.UnusableException if nothing in the files could be used
     */
    public Trial tryFiles(String portfolio, Shipment shipment) {
        portfolio(portfolio);
        return importing.trial(portfolio, shipment);
    }

    /** In the order of time: by the day they tell of, then by import. */
    public List<SnapshotCard> snapshots(String portfolio) {
        portfolio(portfolio);
        return store.snapshots(portfolio);
    }

    /** @throws RefusedException if there is none of that number */
    public SnapshotCard snapshot(String portfolio, long number) {
        portfolio(portfolio);
        return store.snapshot(portfolio, number)
                .orElseThrow(() -> RefusedException.unknown(
                        "portfolio " + portfolio + ", snapshot " + number,
                        "There is no such snapshot.",
                        "The number of a snapshot of this portfolio.",
                        "Choose one that is listed."));
    }

    /** The snapshot that tells of the latest day; empty where nothing was imported yet. */
    public Optional<SnapshotCard> latest(String portfolio) {
        List<SnapshotCard> all = snapshots(portfolio);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * A file as it was sent.
     *
     * @param place from 0
     * @throws RefusedException if there are fewer
     */
    public byte[] file(SnapshotCard snapshot, int place) {
        if (place < 0 || place >= snapshot.files().size()) {
            throw RefusedException.unknown(
                    "snapshot " + snapshot.number() + ", file " + place,
                    "It has " + snapshot.files().size() + " files.",
                    "A number from 0 to " + (snapshot.files().size() - 1) + ".",
                    "Choose one of these.");
        }
        return store.file(snapshot.portfolio(), snapshot.number(), place);
    }

    /** The facts of a snapshot, as they were read when it was imported. */
    public Portfolio facts(SnapshotCard snapshot) {
        return assessments.facts(snapshot);
    }

    /** What would be followed of facts that are not kept. */
    public Figures figures(Portfolio facts, Advice advice) {
        Rules rules = advisor.get().rules();
        return Figures.of(facts, advice, rules.diagnostics(), new Rulings(rules).measures());
    }

    /** What the rules of the moment say of a snapshot; judged where they have not said it before, and kept. */
    public Advice advice(SnapshotCard snapshot) {
        return assessments.advice(snapshot);
    }

    /** What is recommended on a snapshot, with what people made of it, by rank; what was declined or snoozed is marked and keeps its rank. */
    public List<Followed> recommendations(SnapshotCard snapshot) {
        return reactions.recommendations(snapshot, advice(snapshot));
    }

    /** @throws RefusedException if it was never recommended */
    public Handling handling(String portfolio, String recommendation) {
        portfolio(portfolio);
        return store.handling(portfolio, recommendation)
                .orElseThrow(() -> RefusedException.unknown(
                        "recommendation " + recommendation,
                        "It was never recommended in portfolio " + portfolio + ".",
                        "The id of a recommendation on one of its snapshots.",
                        "Choose one of its recommendations."));
    }

    /**
     * Changes what is wished for: all of it, or nothing.
     *
     * @return the versions that are there since, in the same order
     * @throws RefusedException if there is no such recommendation, or something is missing in a wish
     * @throws org.throughline.store.ConflictException if somebody else changed one of them since it was seen
     */
    public List<Handling> change(String portfolio, List<Store.Change> changes, String by) {
        changes.forEach(change -> handling(portfolio, change.recommendation()));
        return reactions.change(portfolio, changes, by);
    }

    /** For one of which a recommendation may be declined, from {@code rules/advice/decline-reasons.csv}. */
    public List<String> reasons() {
        return reactions.reasons();
    }

    /** Keeps what somebody says of a recommendation or a snapshot. */
    public void comment(String portfolio, String about, String text, String by) {
        portfolio(portfolio);
        if (text.isBlank()) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    "the comment on " + about, "Nothing.", "What there is to say.", "Write it.")));
        }
        seen(portfolio, about);
        store.comment(portfolio, about, text.strip(), clock.instant(), by);
    }

    /** @throws RefusedException if the portfolio has nothing of the kind to say something about */
    private void seen(String portfolio, String about) {
        Matcher snapshot = SNAPSHOT.matcher(about);
        if (snapshot.matches()) {
            snapshot(portfolio, Long.parseLong(snapshot.group(1)));
        } else if (!about.equals(portfolio)) {
            handling(portfolio, about);
        }
    }

    /**
     * Who did what, in the order of time.
     *
     * @param about a recommendation's id, {@code snapshot 3}, or null for all
     */
    public List<Event> events(String portfolio, @Nullable String about, long after, int limit) {
        portfolio(portfolio);
        return store.events(portfolio, about, after, limit);
    }

    /** Things under two ids, or perhaps. */
    public List<Link> links(String portfolio) {
        portfolio(portfolio);
        return store.links(portfolio);
    }

    /** What was supposed about a snapshot and kept, by name. */
    public List<Scenario> scenarios(SnapshotCard snapshot) {
        return store.scenarios(snapshot.portfolio(), snapshot.number());
    }

    /**
     * Keeps what somebody supposes beside the snapshot; one of that name is replaced.
     *
     * @throws RefusedException if there are too many of them, or it has no name
     */
    public void suppose(SnapshotCard snapshot, String name, List<String> edits, String by) {
        List<Scenario> kept = scenarios(snapshot);
        boolean isNew = kept.stream().noneMatch(it -> it.name().equals(name.strip()));
        if (name.isBlank() || isNew && kept.size() >= MOST_SCENARIOS) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    "the scenario's name",
                    name.isBlank() ? "Nothing." : "A scenario beyond the " + MOST_SCENARIOS + " that are kept.",
                    "A name, and at most " + MOST_SCENARIOS + " scenarios of one snapshot.",
                    name.isBlank() ? "Give it a name." : "Forget one that is not needed any more.")));
        }
        Scenario scenario = new Scenario(name.strip(), edits, clock.instant(), by);
        store.keep(snapshot.portfolio(), snapshot.number(), scenario);
    }

    /** The facts never knew of it. */
    public void forgetScenario(SnapshotCard snapshot, String name, String by) {
        store.forgetScenario(snapshot.portfolio(), snapshot.number(), name, clock.instant(), by);
    }

    /** The whole of a portfolio as one ZIP that another installation reads; leaves the stream open. */
    public void export(String portfolio, OutputStream out) {
        store.export(portfolio(portfolio), out);
    }

    /**
     * Keeps a whole portfolio from such a ZIP, or nothing of it.
     *
     * @param file what to call it in a sentence
     * @param id its id here, or null for the one that it has there
     * @throws RefusedException if it is no such ZIP, or there is a portfolio of that id
     */
    public PortfolioCard restore(String file, InputStream zip, @Nullable String id, String by) {
        try {
            String restored = store.restore(zip, id, clock.instant(), by)
                    .orElseThrow(() -> RefusedException.taken(
                            file, "There is a portfolio of its id already.", "Give it another id."));
            return portfolio(restored);
        } catch (ArchiveException e) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    file,
                    String.valueOf(e.getMessage()),
                    "A ZIP as portfolio export writes it.",
                    "Export it again; nothing of this one was kept.")));
        }
    }

    /** What was told before of the same, without telling it again. */
    List<Outcome> told(Following.Told which, Supplier<List<Outcome>> anew) {
        List<Outcome> before = told.get(which);
        if (before == null) {
            before = anew.get();
            told.put(which, before);
        }
        return before;
    }

    /** Comparisons, trends and the decision clock. */
    public Following following() {
        return new Following(this, store, advisor.get(), clock);
    }
}
