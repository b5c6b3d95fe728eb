package org.throughline.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.history.HistoryJson;
import org.throughline.store.Arrival.SentBytes;

/**
 * Work that waits, is done, or was done in the last day, shared by replicas. Who takes a turn renews it as long as it works; a turn that is over
 * is taken by another. Each method is one transaction, as in {@link Store}.
 */
public final class Jobs {

    private static final String COLUMNS =
            "id, kind, owner, as_of, state, percent, attempts, created_at, done_at, status";

    /** Later than any job. Begins with a digit, since where other signs come among them is up to the collation of a database. */
    private static final String AFTER_ALL = "9999-12-31T23:59:59Z";

    private final Transactions transactions;

    Jobs(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A job whose turn is ours, with what was sent. */
    public record Turn(Job job, List<SentBytes> files) {}

    /**
     * @param most of all that may wait or run with it
     * @param mostOfOwner of those that its owner asked for
     * @return false where as many do already
     */
    public boolean add(Job job, List<SentBytes> files, int most, int mostOfOwner) {
        byte[] sent = joined(files);
        String names = HistoryJson.text(files.stream().map(SentBytes::name).toList());
        return transactions.write(sql -> sql.sql("insert into job (id, kind, owner, as_of, names, sent, state, percent,"
                                + " attempts, created_at) select ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, ?"
                                + " where (select count(*) from job where done_at is null) < ?"
                                + " and (select count(*) from job where done_at is null and owner = ?) < ?")
                        .params(Arrays.asList(
                                job.id(),
                                job.kind(),
                                job.owner(),
                                job.asOf(),
                                names,
                                sent,
                                job.createdAt().toString(),
                                most,
                                job.owner(),
                                mostOfOwner))
                        .update()
                == 1);
    }

    public Optional<Job> one(String id) {
        return transactions.read(sql -> sql.sql("select " + COLUMNS + " from job where id = ?")
                .param(id)
                .query(Jobs::job)
                .optional());
    }

    /** How many of somebody's wait or run. */
    public int unfinished(String owner) {
        return transactions.read(sql -> sql.sql("select count(*) from job where done_at is null and owner = ?")
                .param(owner)
                .query(Integer.class)
                .single());
    }

    /**
     * Which jobs.
     *
     * @param owner null: everybody's
     * @param state null: any
     * @param createdBefore those that come after it where the latest is first; null: from the latest on
     * @param after of those that were created at that time, those whose id comes after it
     */
    public record Wanted(
            @Nullable String owner,
            @Nullable String state,
            @Nullable Instant createdBefore,
            String after) {

        /** From the latest on. */
        public static Wanted of(@Nullable String owner) {
            return new Wanted(owner, null, null, "");
        }
    }

    /** The latest first. */
    public List<Job> all(Wanted wanted, int limit) {
        String before = wanted.createdBefore() == null
                ? AFTER_ALL
                : wanted.createdBefore().toString();
        return transactions.read(sql -> sql.sql("select " + COLUMNS
                        + " from job where owner = coalesce(?, owner) and state = coalesce(?, state)"
                        + " and (created_at < ? or (created_at = ? and id > ?)) order by created_at desc, id limit ?")
                .params(Arrays.asList(wanted.owner(), wanted.state(), before, before, wanted.after(), limit))
                .query(Jobs::job)
                .list());
    }

    /** How many are to be done before it. */
    public int before(Job job) {
        return transactions.read(sql -> sql.sql("select count(*) from job where done_at is null and created_at < ?")
                .param(job.createdAt().toString())
                .query(Integer.class)
                .single());
    }

    /** Whoever works on it gives up at the next renewal. @return false where there is none */
    public boolean remove(String id) {
        return transactions.write(
                sql -> sql.sql("delete from job where id = ?").param(id).update() == 1);
    }

    /** Takes the turn to do the one that waits longest, where there is one. */
    public Optional<Turn> take(Instant now, Instant turnEnds) {
        return transactions.write(sql -> sql.sql("""
            update job set state = 'running', turn_ends = ?, attempts = attempts + 1, percent = 0
            where id = (select id from job where done_at is null and (turn_ends is null or turn_ends <= ?)
                    order by created_at, id limit 1)
                and done_at is null and (turn_ends is null or turn_ends <= ?)
            returning *\
            """)
                .params(turnEnds.toString(), now.toString(), now.toString())
                .query((row, number) -> new Turn(job(row, number), split(row.getString("names"), row.getBytes("sent"))))
                .optional());
    }

    /** @return false where it was removed, or another has the turn by now: nobody waits for what we do */
    public boolean renew(Job job, int percent, Instant turnEnds) {
        return transactions.write(sql -> sql.sql("update job set turn_ends = ?, percent = ?"
                                + " where id = ? and attempts = ? and done_at is null")
                        .params(turnEnds.toString(), percent, job.id(), job.attempts())
                        .update()
                == 1);
    }

    /** Gives the turn back: another does it, from the start. It was no attempt. */
    public void release(Job job) {
        transactions.write(sql -> sql.sql("update job set turn_ends = null, state = 'waiting', percent = 0,"
                        + " attempts = attempts - 1"
                        + " where id = ? and attempts = ? and done_at is null")
                .params(job.id(), job.attempts())
                .update());
    }

    /** Keeps the answer, as long as the turn is still ours. */
    public void finish(Job job, String state, int status, byte[] result, Instant now) {
        byte[] packed = Contents.packed(result);
        transactions.write(
                sql -> sql.sql("update job set state = ?, status = ?, result = ?, done_at = ?, percent = 100,"
                                + " sent = null, turn_ends = null where id = ? and attempts = ? and done_at is null")
                        .params(state, status, packed, now.toString(), job.id(), job.attempts())
                        .update());
    }

    /** What a job that is done came to. */
    public Optional<byte[]> result(String id) {
        return transactions.read(sql -> sql.sql("select result from job where id = ? and done_at is not null")
                .param(id)
                .query((row, number) -> Contents.unpacked(row.getBytes("result")))
                .optional());
    }

    /** Forgets what was done before a moment. */
    public void forget(Instant before) {
        transactions.write(sql -> sql.sql("delete from job where done_at < ?")
                .param(before.toString())
                .update());
    }

    private static byte[] joined(List<SentBytes> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (SentBytes file : files) {
                out.writeInt(file.bytes().length);
                out.write(file.bytes());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Contents.packed(bytes.toByteArray());
    }

    private static List<SentBytes> split(String names, byte[] packed) {
        List<SentBytes> files = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Contents.unpacked(packed)))) {
            for (Object name : HistoryJson.read(names, List.class)) {
                files.add(new SentBytes(name.toString(), in.readNBytes(in.readInt())));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return files;
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        Integer answered = row.wasNull() ? null : status;
        String done = row.getString("done_at");
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                row.getString("owner"),
                row.getString("as_of"),
                row.getString("state"),
                row.getInt("percent"),
                row.getInt("attempts"),
                Instant.parse(row.getString("created_at")),
                done == null ? null : Instant.parse(done),
                answered);
    }
}
