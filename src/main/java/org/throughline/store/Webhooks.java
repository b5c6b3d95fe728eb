package org.throughline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.history.Event;

/**
 * Addresses that are told what happens, and what they were told. What is to be told is written with what happened (see {@link Outbox}); replicas
 * take turns to send it. Each method is one transaction, as in {@link Store}.
 */
public final class Webhooks {

    private final Transactions transactions;

    Webhooks(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A message whose turn is ours.
     *
     * @param body as it was composed for an earlier attempt; null at the first
     */
    public record Due(
            Delivery delivery,
            Webhook hook,
            String secret,
            @Nullable String body) {

        @Override
        public String toString() {
            return "Due[" + delivery.id() + "]";
        }
    }

    /** @return false where there are that many already */
    public boolean create(Webhook hook, String secret, int most) {
        return transactions.write(sql ->
                sql.sql("insert into webhook (id, portfolio_id, url, kinds, secret, created_at, created_by)"
                                        + " select ?, ?, ?, ?, ?, ?, ? where (select count(*) from webhook) < ?")
                                .params(Arrays.asList(
                                        hook.id(),
                                        hook.portfolio(),
                                        hook.url(),
                                        String.join(",", hook.events()),
                                        secret,
                                        hook.createdAt().toString(),
                                        hook.createdBy(),
                                        most))
                                .update()
                        == 1);
    }

    /** By id, from the first after one on. */
    public List<Webhook> all(String after) {
        return transactions.read(sql -> sql.sql("select * from webhook where id > ? order by id")
                .param(after)
                .query(Webhooks::hook)
                .list());
    }

    public Optional<Webhook> one(String id) {
        return transactions.read(sql -> sql.sql("select * from webhook where id = ?")
                .param(id)
                .query(Webhooks::hook)
                .optional());
    }

    /** With all that it was told. */
    public void delete(String id) {
        transactions.write(sql -> {
            sql.sql("delete from delivery where webhook = ?").param(id).update();
            return sql.sql("delete from webhook where id = ?").param(id).update();
        });
    }

    /** The latest first, from the first before one on. */
    public List<Delivery> deliveries(String hook, @Nullable String state, long before, int limit) {
        return transactions.read(
                sql -> sql.sql("select * from delivery where webhook = ? and state = coalesce(?, state) and id < ?"
                                + " order by id desc limit ?")
                        .params(Arrays.asList(hook, state, before, limit))
                        .query(Webhooks::delivery)
                        .list());
    }

    /** Lets a message be sent once more, with the attempts that one has from the start. @return false where there is none */
    public boolean again(String hook, long delivery, Instant now) {
        return transactions.write(sql -> sql.sql("update delivery set state = 'waiting', attempts = 0, next_at = ?,"
                                + " turn_ends = null, done_at = null where webhook = ? and id = ?")
                        .params(now.toString(), hook, delivery)
                        .update()
                == 1);
    }

    /** Takes the turn to send the message that waits longest, where one is due. */
    public Optional<Due> take(Instant now, Instant turnEnds) {
        return transactions.write(sql -> sql.sql("""
            update delivery set turn_ends = ?
            where id = (select id from delivery where state = 'waiting' and next_at <= ?
                    and (turn_ends is null or turn_ends <= ?) order by next_at, id limit 1)
                and state = 'waiting' and (turn_ends is null or turn_ends <= ?)
            returning *\
            """)
                .params(turnEnds.toString(), now.toString(), now.toString(), now.toString())
                .query((row, number) -> new Taken(delivery(row, number), row.getString("body")))
                .optional()
                .map(taken -> sql.sql("select * from webhook where id = ?")
                        .param(taken.delivery().webhook())
                        .query((row, number) ->
                                new Due(taken.delivery(), hook(row, number), row.getString("secret"), taken.body()))
                        .single()));
    }

    private record Taken(Delivery delivery, @Nullable String body) {}

    /** What it tells of. */
    public Event event(Delivery it) {
        return transactions.read(sql -> sql.sql("select * from event where portfolio_id = ? and id = ?")
                .params(it.portfolio(), it.event())
                .query(Rows::event)
                .single());
    }

    /** Before the first attempt, so that all say the same. */
    public void compose(Delivery it, String body) {
        transactions.write(sql -> sql.sql("update delivery set body = ? where id = ?")
                .params(body, it.id())
                .update());
    }

    /** Keeps how an attempt went. */
    public void tried(Delivery now) {
        transactions.write(sql -> sql.sql(
                        "update delivery set state = ?, attempts = ?, next_at = ?, turn_ends = null, status = ?,"
                                + " said = ?, done_at = ? where id = ?")
                .params(Arrays.asList(
                        now.state(),
                        now.attempts(),
                        now.nextAt().toString(),
                        now.status(),
                        now.said(),
                        now.doneAt() == null ? null : now.doneAt().toString(),
                        now.id()))
                .update());
    }

    /** Forgets what was told before a day. */
    public void forget(Instant before) {
        transactions.write(sql -> sql.sql("delete from delivery where state <> 'waiting' and done_at < ?")
                .param(before.toString())
                .update());
    }

    static Webhook hook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("portfolio_id"),
                row.getString("url"),
                List.of(row.getString("kinds").split(",")),
                Instant.parse(row.getString("created_at")),
                row.getString("created_by"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        Integer answered = row.wasNull() ? null : status;
        String done = row.getString("done_at");
        return new Delivery(
                row.getLong("id"),
                row.getString("webhook"),
                row.getString("portfolio_id"),
                row.getString("kind"),
                row.getLong("event"),
                row.getString("state"),
                row.getInt("attempts"),
                Instant.parse(row.getString("next_at")),
                answered,
                row.getString("said"),
                done == null ? null : Instant.parse(done));
    }
}
