package org.throughline.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.store.Contents.Content;
import org.throughline.store.SnapshotTable.Packed;
import org.throughline.store.Store.Kept;

/** Keeps a snapshot with all that comes with it, once, and only as the one after those that it was compared with. */
final class Arriving {

    private final JdbcClient sql;

    Arriving(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws Outdated if another came since it was compared with what was known */
    Kept keep(Arrival arrival, Packed packed, Content advice) {
        String portfolio = arrival.portfolio();
        SnapshotTable snapshots = new SnapshotTable(sql);
        long number = sql.sql("update portfolio set snapshots = snapshots + 1 where id = ? returning snapshots")
                .param(portfolio)
                .query(Long.class)
                .single(); // the next import waits for this one
        Optional<Long> same = snapshots.sameFiles(portfolio, arrival.sentDigest(), arrival.asOf());
        if (same.isPresent()) {
            sql.sql("update portfolio set snapshots = snapshots - 1 where id = ?")
                    .param(portfolio)
                    .update();
            return new Kept(same.get(), false);
        }
        if (number != arrival.after() + 1) {
            throw new Outdated();
        }
        snapshots.keep(arrival, number, packed);
        new AssessmentTable(sql).keep(portfolio, number, arrival.assessment(), advice);
        arrival.links().forEach(link -> new LinkTable(sql).keep(portfolio, link));
        new EventTable(sql)
                .add(portfolio, arrival.at(), arrival.by(), "imported", "snapshot " + number, arrival.factsDigest());
        return new Kept(number, true);
    }

    /** Undoes a transaction that has to be begun anew. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
