package org.throughline.store;

import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.throughline.history.AssessmentCard;
import org.throughline.history.Event;
import org.throughline.history.Handling;
import org.throughline.history.Link;
import org.throughline.history.PortfolioCard;
import org.throughline.history.Scenario;
import org.throughline.history.SnapshotCard;
import org.throughline.history.Wish;
import org.throughline.store.Arrival.Judgement;
import org.throughline.store.Arrival.Recommended;
import org.throughline.store.Contents.Content;
import org.throughline.store.SnapshotTable.Packed;

/**
 * Everything that is kept. Each method is one transaction: when it returns, what it did is on the disk; when it throws, nothing of it is.
 * May be shared by threads, and its database by processes.
 */
public final class Store implements AutoCloseable {

    private final Transactions transactions;

    private Store(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Opens the database, makes it where there is none, and brings it to this release's tables.
     *
     * @throws StoreException if it cannot be opened
     */
    public static Store open(StoreSettings settings) {
        try {
            boolean isServer = settings.url() != null;
            Database database = isServer ? Postgres.open(settings) : SqliteFile.open(settings.folder());
            return new Store(new Transactions(database, settings.name(), isServer));
        } catch (IOException | FlywayException | HikariPool.PoolInitializationException e) {
            throw StoreException.cannotOpen(settings.name(), e);
        }
    }

    @Override
    public void close() {
        transactions.database().close();
    }

    /** Accounts, tokens and the audit log, in the same database. */
    public AccessStore access() {
        return new AccessStore(transactions);
    }

    /** Answers that are given again, in the same database. */
    public Replays replays() {
        return new Replays(transactions);
    }

    /** Work that clients come back for. */
    public Jobs jobs() {
        return new Jobs(transactions);
    }

    /** Texts that have names, apart from those of other shelves. */
    public Texts texts(String shelf) {
        return new Texts(transactions, shelf);
    }

    /** Whether other machines may work with the same database. */
    public boolean isShared() {
        return transactions.isServer();
    }

    /** Whoever is told what happens. */
    public Webhooks webhooks() {
        return new Webhooks(transactions);
    }

    /** Whether it answers: for whoever watches the process. */
    public boolean answers() {
        return transactions.read(sql -> sql.sql("select 1").query(Integer.class).single()) == 1;
    }

    /** @return false where there is one of that id */
    public boolean create(PortfolioCard card) {
        return transactions.write(sql -> {
            boolean isNew = sql.sql("insert into portfolio (id, name, created_at, created_by, snapshots)"
                                    + " values (?, ?, ?, ?, 0) on conflict do nothing")
                            .params(card.id(), card.name(), card.createdAt().toString(), card.createdBy())
                            .update()
                    == 1;
            if (isNew) {
                new EventTable(sql)
                        .add(card.id(), card.createdAt(), card.createdBy(), "created", card.id(), card.name());
            }
            return isNew;
        });
    }

    /** By id, from the first after one on. */
    public List<PortfolioCard> portfolios(String after, int limit) {
        return transactions.read(sql -> sql.sql("select * from portfolio where id > ? order by id limit ?")
                .params(after, limit)
                .query(Rows::portfolio)
                .list());
    }

    public Optional<PortfolioCard> portfolio(String id) {
        return transactions.read(sql -> sql.sql("select * from portfolio where id = ?")
                .param(id)
                .query(Rows::portfolio)
                .optional());
    }

    /** A number that another takes the place of with each change that somebody makes; empty where there is none of that id. */
    public Optional<Long> revision(String portfolio) {
        return transactions.read(
                sql -> Optional.of(new EventTable(sql).last(portfolio)).filter(last -> last > 0));
    }

    /**
     * Deletes a portfolio with all that is in it. What remains is that somebody did.
     *
     * @param seen the revision that is meant, or null for whichever it is
     * @return false where there is none, or it is not that revision any more
     */
    public boolean delete(String portfolio, @Nullable Long seen, Instant at, String by) {
        return transactions.write(sql -> new Deleting(sql, transactions.isServer()).delete(portfolio, seen, at, by));
    }

    /** In the order of time: by the day they tell of, then by import. */
    public List<SnapshotCard> snapshots(String portfolio) {
        return transactions.read(sql -> new SnapshotTable(sql).all(portfolio));
    }

    public Optional<SnapshotCard> snapshot(String portfolio, long number) {
        return transactions.read(sql -> new SnapshotTable(sql).one(portfolio, number));
    }

    /**
     * The number of the latest snapshot of the same files, read in the same way.
     *
     * @param asOf of which day, or null for any
     */
    public Optional<Long> sameFiles(String portfolio, String sentDigest, @Nullable LocalDate asOf) {
        return transactions.read(sql -> new SnapshotTable(sql).sameFiles(portfolio, sentDigest, asOf));
    }

    /**
     * Keeps a snapshot with all that comes with it.
     *
     * @return its number, or that of the snapshot of the same files and day that there is already; empty where another came since it was
     *     compared with what was known before: compare again
     */
    public Optional<Kept> keep(Arrival arrival) {
        Packed packed = Packed.of(arrival);
        Content advice = Content.of(arrival.assessment().advice());
        try {
            return Optional.of(transactions.write(sql -> new Arriving(sql).keep(arrival, packed, advice)));
        } catch (Arriving.Outdated another) {
            return Optional.empty();
        }
    }

    /** @param isNew false where the same files were kept before */
    public record Kept(long number, boolean isNew) {}

    public byte[] facts(String portfolio, long number) {
        return transactions.read(sql -> new SnapshotTable(sql).facts(portfolio, number));
    }

    /** The mapping that was asked for when it was read; empty where headers told. */
    public Optional<byte[]> mapping(String portfolio, long number) {
        return transactions.read(sql -> new SnapshotTable(sql).mapping(portfolio, number));
    }

    /** @param place from 0, as the files were sent */
    public byte[] file(String portfolio, long number, int place) {
        return transactions.read(sql -> new SnapshotTable(sql).file(portfolio, number, place));
    }

    /** @return false where there is one by those rules already; it stays as it is */
    public boolean assess(String portfolio, long number, Judgement judgement) {
        Content advice = Content.of(judgement.advice());
        return transactions.write(sql -> new AssessmentTable(sql).keep(portfolio, number, judgement, advice));
    }

    /** By snapshot, then in the order they were made. */
    public List<AssessmentCard> assessments(String portfolio) {
        return transactions.read(sql -> new AssessmentTable(sql).all(portfolio));
    }

    /** Proofs that wait for a decision, as JSON. */
    public Optional<String> waiting(String portfolio, long number, String rulesDigest) {
        return transactions.read(sql -> new AssessmentTable(sql).waiting(portfolio, number, rulesDigest));
    }

    /** As JSON. */
    public Optional<byte[]> advice(String portfolio, long number, String rulesDigest) {
        return transactions.read(sql -> new AssessmentTable(sql).advice(portfolio, number, rulesDigest));
    }

    /** Every recommendation that was ever made, by its id over time, with the number of the snapshot on which it was first. */
    public Map<String, Long> recommended(String portfolio) {
        return transactions.read(sql -> new AssessmentTable(sql).recommended(portfolio));
    }

    /** Adds those that were not made before, under these ids. */
    public void recommend(String portfolio, long number, List<Recommended> recommendations) {
        transactions.write(sql -> {
            new AssessmentTable(sql).recommend(portfolio, number, recommendations);
            return number;
        });
    }

    public Optional<Handling> handling(String portfolio, String recommendation) {
        return transactions.read(sql -> {
            HandlingTable table = new HandlingTable(sql);
            return table.isRecommended(portfolio, recommendation)
                    ? Optional.of(table.of(portfolio, recommendation))
                    : Optional.empty();
        });
    }

    /** By recommendation, those that somebody touched. */
    public Map<String, Handling> handlings(String portfolio) {
        return transactions.read(sql -> new HandlingTable(sql).all(portfolio));
    }

    /**
     * Changes all that are wished for, or none.
     *
     * @return the versions that are there since
     * @throws ConflictException if one of them is not in the version that was seen
     */
    public List<Handling> change(String portfolio, List<Change> changes, Instant at, String by) {
        return transactions.write(sql -> changes.stream()
                .map(change -> new HandlingTable(sql).change(portfolio, change, at, by))
                .toList());
    }

    /** @param seen the version that somebody had before them when they wished it */
    public record Change(String recommendation, long seen, Wish wish) {}

    public void comment(String portfolio, String about, String text, Instant at, String by) {
        transactions.write(sql -> {
            new EventTable(sql).add(portfolio, new Event(0, at, by, "commented", about, null, null, text));
            return text;
        });
    }

    /**
     * What was done, in the order of time.
     *
     * @param about only what was done to this, or null for all
     * @param after the number of the last one that is known
     */
    public List<Event> events(String portfolio, @Nullable String about, long after, int limit) {
        return transactions.read(sql -> new EventTable(sql).after(portfolio, about, after, limit));
    }

    /** In the order in which snapshots brought them. */
    public List<Link> links(String portfolio) {
        return transactions.read(sql -> new LinkTable(sql).all(portfolio));
    }

    /** @return false where it is not in the version before this one any more */
    public boolean decide(String portfolio, Link decided) {
        return transactions.write(sql -> {
            boolean replaced = new LinkTable(sql).replace(portfolio, decided);
            if (replaced) {
                String about = decided.type().word() + ":" + decided.oldId() + " = " + decided.newId();
                String status = decided.status().word();
                new EventTable(sql).add(portfolio, decided.decidedAt(), decided.decidedBy(), "linked", about, status);
            }
            return replaced;
        });
    }

    /** Under its name: one of that name is replaced. */
    public void keep(String portfolio, long snapshot, Scenario scenario) {
        transactions.write(sql -> {
            new ScenarioTable(sql).keep(portfolio, snapshot, scenario);
            String about = "snapshot " + snapshot;
            new EventTable(sql)
                    .add(portfolio, scenario.keptAt(), scenario.keptBy(), "supposed", about, scenario.name());
            return scenario;
        });
    }

    /** @return whether there was one of that name */
    public boolean forgetScenario(String portfolio, long snapshot, String name, Instant at, String by) {
        return transactions.write(sql -> {
            boolean was = new ScenarioTable(sql).forget(portfolio, snapshot, name);
            if (was) {
                String about = "snapshot " + snapshot;
                new EventTable(sql)
                        .add(portfolio, new Event(0, at, by, "forgot what was supposed", about, name, null, null));
            }
            return was;
        });
    }

    /** What was supposed about a snapshot, by name. */
    public List<Scenario> scenarios(String portfolio, long snapshot) {
        return transactions.read(sql -> new ScenarioTable(sql).all(portfolio, snapshot));
    }

    /** A whole portfolio as one ZIP; leaves the stream open. */
    public void export(PortfolioCard card, OutputStream out) {
        transactions.read(sql -> {
            ArchiveWriter.write(sql, card, out);
            return card;
        });
    }

    /**
     * Keeps a whole portfolio from such a ZIP.
     *
     * @param id its id here, or null for the one that it has there
     * @return its id here; empty where there is one of that id already
     * @throws ArchiveException if it is no such ZIP, or not a whole one
     */
    public Optional<String> restore(InputStream zip, @Nullable String id, Instant at, String by) {
        try {
            return Optional.of(transactions.write(sql -> {
                String restored = ArchiveReader.read(sql, zip, id);
                new EventTable(sql).add(restored, at, by, "restored", restored, null);
                return restored;
            }));
        } catch (ArchiveReader.Taken there) {
            return Optional.empty();
        }
    }

    /** Whether a file begins as such a ZIP does. */
    public static boolean isArchive(InputStream in) throws IOException {
        return ArchiveReader.isArchive(in);
    }
}
