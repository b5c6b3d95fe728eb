package org.throughline.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.HistoryJson;
import org.throughline.history.SnapshotCard;
import org.throughline.history.SnapshotCard.SentFile;
import org.throughline.store.Contents.Content;

final class SnapshotTable {

    private final JdbcClient sql;

    SnapshotTable(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(Arrival arrival, long number, Packed packed) {
        Contents contents = new Contents(sql);
        sql.sql("""
            insert into snapshot (portfolio_id, number, as_of, imported_at, imported_by, sent_digest,
                hours_per_day, strict, mapping_name, mapping, facts_digest, facts, counts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(java.util.Arrays.asList(
                        arrival.portfolio(),
                        number,
                        arrival.asOf().toString(),
                        arrival.at().toString(),
                        arrival.by(),
                        arrival.sentDigest(),
                        arrival.hoursPerDay().toPlainString(),
                        arrival.strict() ? "yes" : "no",
                        arrival.mappingName(),
                        packed.mapping() == null ? null : contents.keep(packed.mapping()),
                        arrival.factsDigest(),
                        contents.keep(packed.facts()),
                        HistoryJson.text(arrival.counts())))
                .update();
        for (int place = 0; place < packed.files().size(); place++) {
            sql.sql("insert into snapshot_file (portfolio_id, number, place, name, sha256) values (?, ?, ?, ?, ?)")
                    .params(
                            arrival.portfolio(),
                            number,
                            place,
                            arrival.files().get(place).name(),
                            contents.keep(packed.files().get(place)))
                    .update();
        }
    }

    /** What of an arrival is large, packed before a transaction begins. */
    record Packed(List<Content> files, @Nullable Content mapping, Content facts) {

        static Packed of(Arrival arrival) {
            return new Packed(
                    arrival.files().stream()
                            .map(file -> Content.of(file.bytes()))
                            .toList(),
                    arrival.mapping() == null ? null : Content.of(arrival.mapping()),
                    Content.of(arrival.facts()));
        }
    }

    /** In the order of time: by the day they tell of, then by import. */
    List<SnapshotCard> all(String portfolio) {
        Map<Long, List<SentFile>> files = files(portfolio);
        return sql.sql("select * from snapshot where portfolio_id = ? order by as_of, number")
                .param(portfolio)
                .query((row, at) -> Rows.snapshot(row, files))
                .list();
    }

    Optional<SnapshotCard> one(String portfolio, long number) {
        Map<Long, List<SentFile>> files = files(portfolio);
        return sql.sql("select * from snapshot where portfolio_id = ? and number = ?")
                .params(portfolio, number)
                .query((row, at) -> Rows.snapshot(row, files))
                .optional();
    }

    /** The number of the latest snapshot of the same files, of that day or of any. */
    Optional<Long> sameFiles(String portfolio, String sentDigest, @Nullable LocalDate asOf) {
        return sql.sql("select number from snapshot where portfolio_id = ? and sent_digest = ?"
                        + " and (as_of = ? or ? = 'any') order by as_of desc, number desc limit 1")
                .params(portfolio, sentDigest, asOf == null ? "" : asOf.toString(), asOf == null ? "any" : "that")
                .query(Long.class)
                .optional();
    }

    byte[] facts(String portfolio, long number) {
        return content("select facts from snapshot where portfolio_id = ? and number = ?", portfolio, number);
    }

    Optional<byte[]> mapping(String portfolio, long number) {
        return sql.sql("select mapping from snapshot where portfolio_id = ? and number = ? and mapping is not null")
                .params(portfolio, number)
                .query(String.class)
                .optional()
                .map(new Contents(sql)::of);
    }

    byte[] file(String portfolio, long number, int place) {
        return content(
                "select sha256 from snapshot_file where portfolio_id = ? and number = ? and place = ?",
                portfolio,
                number,
                place);
    }

    private byte[] content(String query, Object... which) {
        return new Contents(sql)
                .of(sql.sql(query).params(which).query(String.class).single());
    }

    private Map<Long, List<SentFile>> files(String portfolio) {
        Map<Long, List<SentFile>> files = new HashMap<>();
        sql.sql("select f.number, f.name, c.size, f.sha256 from snapshot_file f join content c on c.sha256 = f.sha256"
                        + " where f.portfolio_id = ? order by f.number, f.place")
                .param(portfolio)
                .query(row -> {
                    files.computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                            .add(new SentFile(row.getString(2), row.getLong(3), row.getString(4)));
                });
        return files;
    }
}
