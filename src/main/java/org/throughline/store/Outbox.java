package org.throughline.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts what is to be told beside what happened: both are kept, or neither is. */
final class Outbox {

    /** Which messages an event may be told by. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "imported", List.of("advice.new", "finding.resolved", "finding.returned"),
            "changed", List.of("recommendation.changed"));

    private final JdbcClient sql;

    Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param event its number */
    void put(String portfolio, long event, String action, String at) {
        List<String> kinds = KINDS.getOrDefault(action, List.of());
        if (kinds.isEmpty()) {
            return;
        }
        for (Webhook hook : hooks(portfolio)) {
            kinds.stream().filter(hook.events()::contains).forEach(kind -> put(hook.id(), portfolio, kind, event, at));
        }
    }

    private List<Webhook> hooks(@Nullable String portfolio) {
        return sql.sql("select * from webhook where portfolio_id is null or portfolio_id = ?")
                .param(portfolio)
                .query(Webhooks::hook)
                .list();
    }

    private void put(String hook, String portfolio, String kind, long event, String at) {
        sql.sql("insert into delivery (webhook, portfolio_id, kind, event, state, attempts, next_at)"
                        + " values (?, ?, ?, ?, 'waiting', 0, ?)")
                .params(hook, portfolio, kind, event, at)
                .update();
    }
}
