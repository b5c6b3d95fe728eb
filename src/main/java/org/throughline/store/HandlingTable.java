package org.throughline.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.Event;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;

final class HandlingTable {

    private final JdbcClient sql;

    HandlingTable(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isRecommended(String portfolio, String recommendation) {
        return sql.sql("select 1 from recommendation where portfolio_id = ? and id = ?")
                .params(portfolio, recommendation)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Handling of(String portfolio, String recommendation) {
        Optional<Handling> touched = sql.sql("select * from handling where portfolio_id = ? and recommendation_id = ?")
                .params(portfolio, recommendation)
                .query(Rows::handling)
                .optional();
        return touched.orElseGet(() -> Handling.untouched(recommendation));
    }

    /** Those that somebody touched. */
    Map<String, Handling> all(String portfolio) {
        Map<String, Handling> all = new HashMap<>();
        sql.sql("select * from handling where portfolio_id = ?")
                .param(portfolio)
                .query(Rows::handling)
                .list()
                .forEach(handling -> all.put(handling.recommendation(), handling));
        return all;
    }

    /** @throws ConflictException if it is not in the version that was seen */
    Handling change(String portfolio, Store.Change change, Instant at, String by) {
        Handling was = of(portfolio, change.recommendation());
        Handling next = was.changed(change.wish(), at, by);
        if (was.version() != change.seen() || !replace(portfolio, next)) {
            throw new ConflictException(of(portfolio, change.recommendation()), change);
        }
        String comment = change.wish().comment();
        new EventTable(sql)
                .add(
                        portfolio,
                        new Event(
                                0,
                                at,
                                by,
                                "changed",
                                change.recommendation(),
                                HistoryJson.text(was),
                                HistoryJson.text(next),
                                comment));
        return next;
    }

    /** Takes the place of the version before it; false where that is not the one that is there. */
    boolean replace(String portfolio, Handling next) {
        return (next.version() == 1 ? insert(portfolio, next) : update(portfolio, next)) == 1;
    }

    private int insert(String portfolio, Handling first) {
        return sql.sql("""
            insert into handling (portfolio_id, recommendation_id, state, owner, due, reason, note,
                until_day, version, changed_at, changed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
                .params(Arrays.asList(
                        portfolio,
                        first.recommendation(),
                        first.state().word(),
                        first.owner(),
                        Rows.text(first.due()),
                        first.reason(),
                        first.note(),
                        Rows.text(first.until()),
                        first.version(),
                        Rows.text(first.changedAt()),
                        first.changedBy()))
                .update();
    }

    private int update(String portfolio, Handling next) {
        return sql.sql("""
            update handling set state = ?, owner = ?, due = ?, reason = ?, note = ?, until_day = ?,
                version = ?, changed_at = ?, changed_by = ?
            where portfolio_id = ? and recommendation_id = ? and version = ?\
            """)
                .params(Arrays.asList(
                        next.state().word(),
                        next.owner(),
                        Rows.text(next.due()),
                        next.reason(),
                        next.note(),
                        Rows.text(next.until()),
                        next.version(),
                        Rows.text(next.changedAt()),
                        next.changedBy(),
                        portfolio,
                        next.recommendation(),
                        next.version() - 1))
                .update();
    }
}
