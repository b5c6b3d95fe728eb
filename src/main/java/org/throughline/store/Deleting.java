package org.throughline.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes a portfolio with all that is in it, and with whatever is large that no other portfolio refers to. */
final class Deleting {

    /** Rows refer to rows of those after them. */
    private static final List<String> TABLES = List.of(
            "delivery",
            "webhook",
            "event",
            "scenario",
            "link",
            "handling",
            "recommendation",
            "assessment",
            "snapshot_file",
            "snapshot");

    private final JdbcClient sql;
    private final boolean isServer;

    Deleting(JdbcClient sql, boolean isServer) {
        this.sql = sql;
        this.isServer = isServer;
    }

    /** @return false where there is none, or it changed since that revision was seen */
    boolean delete(String portfolio, @Nullable Long seen, Instant at, String by) {
        int there = sql.sql("update portfolio set snapshots = snapshots where id = ?")
                .param(portfolio)
                .update(); // whoever imports into it waits
        if (there == 0 || seen != null && seen != new EventTable(sql).last(portfolio)) {
            return false;
        }
        if (isServer) { // nobody may come to refer to what is about to go
            sql.sql("lock table content in share row exclusive mode").update();
        }
        sql.sql("insert into deletion (portfolio_id, at, actor, state) values (?, ?, ?, 'going')")
                .params(portfolio, at.toString(), by)
                .update();
        Set<String> contents = contents(portfolio);
        TABLES.forEach(table -> sql.sql("delete from " + table + " where portfolio_id = ?")
                .param(portfolio)
                .update());
        sql.sql("delete from access_grant where portfolio = ?")
                .param(portfolio)
                .update(); // the id may come to be another's
        sql.sql("delete from portfolio where id = ?").param(portfolio).update();
        contents.forEach(this::deleteUnused);
        sql.sql("update deletion set state = 'gone' where state = 'going'").update();
        return true;
    }

    private Set<String> contents(String portfolio) {
        Set<String> names = new TreeSet<>();
        ArchiveTables.REFERENCES.forEach((table, columns) -> columns.forEach(column ->
                names.addAll(sql.sql("select distinct %1$s from %2$s where portfolio_id = ? and %1$s is not null"
                                .formatted(column, table))
                        .param(portfolio)
                        .query(String.class)
                        .list())));
        return names;
    }

    private void deleteUnused(String sha256) {
        sql.sql("""
            delete from content where sha256 = :name
                and not exists (select 1 from snapshot where facts = :name or mapping = :name)
                and not exists (select 1 from snapshot_file where sha256 = :name)
                and not exists (select 1 from assessment where advice = :name)\
            """).param("name", sha256).update();
    }
}
