package org.throughline.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.Link;

final class LinkTable {

    private final JdbcClient sql;

    LinkTable(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(String portfolio, Link link) {
        sql.sql("""
            insert into link (portfolio_id, type, old_id, new_id, number, status, evidence, version,
                decided_at, decided_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
                .params(
                        portfolio,
                        link.type().word(),
                        link.oldId(),
                        link.newId(),
                        link.snapshot(),
                        link.status().word(),
                        link.evidence(),
                        link.version(),
                        link.decidedAt().toString(),
                        link.decidedBy())
                .update();
    }

    /** In the order in which snapshots brought them. */
    List<Link> all(String portfolio) {
        return sql.sql("select * from link where portfolio_id = ? order by number, type, old_id, new_id")
                .param(portfolio)
                .query(Rows::link)
                .list();
    }

    /** Takes the place of the version before it; false where that is not the one that is there. */
    boolean replace(String portfolio, Link next) {
        return sql.sql("update link set status = ?, version = ?, decided_at = ?, decided_by = ?"
                                + " where portfolio_id = ? and type = ? and old_id = ? and new_id = ? and version = ?")
                        .params(
                                next.status().word(),
                                next.version(),
                                next.decidedAt().toString(),
                                next.decidedBy(),
                                portfolio,
                                next.type().word(),
                                next.oldId(),
                                next.newId(),
                                next.version() - 1)
                        .update()
                == 1;
    }
}
