package org.throughline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.HistoryJson;
import org.throughline.history.Scenario;

final class ScenarioTable {

    private final JdbcClient sql;

    ScenarioTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Takes the place of one of that name. */
    void keep(String portfolio, long snapshot, Scenario it) {
        sql.sql("insert into scenario (portfolio_id, number, name, edits, kept_at, kept_by) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (portfolio_id, number, name) do update set edits = excluded.edits,"
                        + " kept_at = excluded.kept_at, kept_by = excluded.kept_by")
                .params(
                        portfolio,
                        snapshot,
                        it.name(),
                        HistoryJson.text(it.edits()),
                        it.keptAt().toString(),
                        it.keptBy())
                .update();
    }

    /** @return whether there was one */
    boolean forget(String portfolio, long snapshot, String name) {
        return sql.sql("delete from scenario where portfolio_id = ? and number = ? and name = ?")
                        .params(portfolio, snapshot, name)
                        .update()
                > 0;
    }

    /** By name. */
    List<Scenario> all(String portfolio, long snapshot) {
        return sql.sql("select * from scenario where portfolio_id = ? and number = ? order by name")
                .params(portfolio, snapshot)
                .query(ScenarioTable::scenario)
                .list();
    }

    private static Scenario scenario(ResultSet row, int number) throws SQLException {
        return new Scenario(
                row.getString("name"),
                List.of(HistoryJson.read(row.getString("edits"), String[].class)),
                Instant.parse(row.getString("kept_at")),
                row.getString("kept_by"));
    }
}
