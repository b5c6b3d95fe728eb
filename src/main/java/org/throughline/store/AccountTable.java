package org.throughline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.store.Account.Grant;

/** Accounts with their grants, and how rows of what concerns access are read. */
final class AccountTable {

    private final JdbcClient sql;

    AccountTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param column {@code name} or {@code subject} */
    Optional<Account> one(String column, String value) {
        return sql.sql("select * from account where " + column + " = ?")
                .param(value)
                .query(this::account)
                .optional()
                .map(this::withGrants);
    }

    List<Account> after(String name, int limit) {
        return sql
                .sql("select * from account where name > ? order by name limit ?")
                .params(name, limit)
                .query(this::account)
                .list()
                .stream()
                .map(this::withGrants)
                .toList();
    }

    boolean hasAdministrator() {
        return sql.sql("select count(*) from account join access_grant on account = name"
                                + " where active = 'yes' and role = 'administrator'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean create(Account it) {
        int made = sql.sql("insert into account (name, display, password, subject, active, version, epoch, created_at,"
                        + " created_by) values (?, ?, ?, ?, ?, 1, 1, ?, ?) on conflict do nothing")
                .param(it.name())
                .param(it.display())
                .param(it.password())
                .param(it.subject())
                .param(it.active() ? "yes" : "no")
                .param(it.createdAt().toString())
                .param(it.createdBy())
                .update();
        if (made == 1) {
            grant(it);
        }
        return made == 1;
    }

    /** @return false where its version is another by now */
    boolean change(Account it) {
        int changed = sql.sql(
                        "update account set display = ?, password = ?, active = ?, version = version + 1, epoch = ?"
                                + " where name = ? and version = ?")
                .param(it.display())
                .param(it.password())
                .param(it.active() ? "yes" : "no")
                .param(it.epoch())
                .param(it.name())
                .param(it.version())
                .update();
        if (changed == 1) {
            sql.sql("delete from access_grant where account = ?")
                    .param(it.name())
                    .update();
            grant(it);
        }
        return changed == 1;
    }

    private void grant(Account it) {
        for (Grant grant : it.grants()) {
            sql.sql("insert into access_grant (account, role, portfolio) values (?, ?, ?)")
                    .params(it.name(), grant.role(), grant.portfolio())
                    .update();
        }
    }

    private Account withGrants(Account it) {
        Set<Grant> grants = new HashSet<>(sql.sql("select role, portfolio from access_grant where account = ?")
                .param(it.name())
                .query((row, number) -> new Grant(row.getString("role"), row.getString("portfolio")))
                .list());
        return new Account(
                it.name(),
                it.display(),
                it.password(),
                it.subject(),
                it.active(),
                grants,
                it.version(),
                it.epoch(),
                it.createdAt(),
                it.createdBy());
    }

    private Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display"),
                row.getString("password"),
                row.getString("subject"),
                row.getString("active").equals("yes"),
                Set.of(),
                row.getLong("version"),
                row.getLong("epoch"),
                Instant.parse(row.getString("created_at")),
                row.getString("created_by"));
    }

    static ApiToken token(ResultSet row, int number) throws SQLException {
        @Nullable String revoked = row.getString("revoked_at");
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                row.getString("account"),
                row.getString("hash"),
                Set.of(row.getString("scopes").split(" ")),
                Instant.parse(row.getString("created_at")),
                row.getString("created_by"),
                Instant.parse(row.getString("expires_at")),
                revoked == null ? null : Instant.parse(revoked));
    }

    static AuditLine audit(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getLong("id"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("via"),
                row.getString("address"),
                row.getString("action"),
                row.getString("about"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("request"));
    }
}
