package org.throughline.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.Event;

final class EventTable {

    private final JdbcClient sql;

    EventTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Its number is given by the database; whoever wants to be told of it will be. */
    void add(String portfolio, Event event) {
        long number = sql.sql("insert into event (portfolio_id, at, actor, action, about, was, became, comment)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(Arrays.asList(
                        portfolio,
                        event.at().toString(),
                        event.actor(),
                        event.action(),
                        event.about(),
                        event.was(),
                        event.became(),
                        event.comment()))
                .query(Long.class)
                .single();
        new Outbox(sql).put(portfolio, number, event.action(), event.at().toString());
    }

    /** Of what was not there before. */
    void add(String portfolio, Instant at, String by, String action, String about, @Nullable String became) {
        add(portfolio, new Event(0, at, by, action, about, null, became, null));
    }

    /** The number of the last one; 0 where there is none. */
    long last(String portfolio) {
        return sql.sql("select coalesce(max(id), 0) from event where portfolio_id = ?")
                .param(portfolio)
                .query(Long.class)
                .single();
    }

    /** From the first after a number on. */
    List<Event> after(String portfolio, @Nullable String about, long number, int limit) {
        return sql.sql("select * from event where portfolio_id = ? and (about = ? or ? = 'all') and id > ?"
                        + " order by id limit ?")
                .params(portfolio, about == null ? "" : about, about == null ? "all" : "one", number, limit)
                .query(Rows::event)
                .list();
    }
}
