package org.throughline.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.HistoryJson;

/**
 * Answers by the keys that clients gave their requests: each request is done once, whoever of the replicas it comes to. Each method is one
 * transaction, as in {@link Store}.
 */
public final class Replays {

    private final Transactions transactions;

    Replays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A request by the client and the key that it chose. */
    public record Key(String client, String key) {}

    /**
     * What is there for a key.
     *
     * @param holder of the turn in which it is done
     * @param isOurs whether it is for us to do it
     * @param answer null as long as there is none
     */
    public record Turn(
            String fingerprint,
            String holder,
            boolean isOurs,
            @Nullable Answer answer) {}

    /** @param headers by name, those that are given again */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Takes the turn to do a request, where nobody has it; a turn that is over is taken by whoever asks with the same fingerprint.
     *
     * @param turnEnds when we are taken to be gone
     * @param expires when it is forgotten
     */
    public Turn begin(Key key, String fingerprint, Instant now, Instant turnEnds, Instant expires) {
        String holder = UUID.randomUUID().toString();
        return transactions.write(sql -> {
            sql.sql("delete from replay where expires <= ?")
                    .param(now.toString())
                    .update();
            int begun = sql.sql("insert into replay (client, key, fingerprint, holder, turn_ends, expires)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .params(key.client(), key.key(), fingerprint, holder, turnEnds.toString(), expires.toString())
                    .update();
            int taken = begun == 1
                    ? 1
                    : sql.sql("update replay set holder = ?, turn_ends = ? where client = ? and key = ?"
                                    + " and fingerprint = ? and status is null and turn_ends <= ?")
                            .params(holder, turnEnds.toString(), key.client(), key.key(), fingerprint, now.toString())
                            .update();
            return taken == 1 ? new Turn(fingerprint, holder, true, null) : others(sql, key);
        });
    }

    private static Turn others(JdbcClient sql, Key key) {
        return sql.sql("select fingerprint, holder, status, headers, body from replay where client = ? and key = ?")
                .params(key.client(), key.key())
                .query((row, number) -> {
                    int status = row.getInt("status");
                    Answer answer =
                            row.wasNull() ? null : answer(status, row.getString("headers"), row.getBytes("body"));
                    return new Turn(row.getString("fingerprint"), row.getString("holder"), false, answer);
                })
                .single();
    }

    private static Answer answer(int status, String json, byte[] packed) {
        Map<String, String> headers = new HashMap<>();
        HistoryJson.read(json, Map.class).forEach((name, value) -> headers.put(name + "", value + ""));
        return new Answer(status, headers, Contents.unpacked(packed));
    }

    /** Keeps the answer, as long as the turn is still ours. */
    public void finish(Key key, Turn turn, Answer answer) {
        byte[] packed = Contents.packed(answer.body());
        transactions.write(sql -> sql.sql("update replay set status = ?, headers = ?, body = ?"
                        + " where client = ? and key = ? and holder = ?")
                .params(
                        answer.status(),
                        HistoryJson.text(answer.headers()),
                        packed,
                        key.client(),
                        key.key(),
                        turn.holder())
                .update());
    }

    /** Gives the turn back: it was not done, and may be tried again. */
    public void release(Key key, Turn turn) {
        transactions.write(
                sql -> sql.sql("delete from replay where client = ? and key = ? and holder = ? and status is null")
                        .params(key.client(), key.key(), turn.holder())
                        .update());
    }
}
