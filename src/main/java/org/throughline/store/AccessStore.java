package org.throughline.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, tokens and the audit log. Each method is one transaction, as in {@link Store}. */
public final class AccessStore {

    private final Transactions transactions;

    AccessStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A change that would leave nobody who may manage accounts; nothing of it was kept. */
    public static final class LastAdministratorException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LastAdministratorException(String name) {
            super(name);
        }
    }

    public Optional<Account> account(String name) {
        return transactions.read(sql -> new AccountTable(sql).one("name", name));
    }

    /** @param subject issuer and subject, of one that an OpenID Connect issuer vouches for */
    public Optional<Account> accountOf(String subject) {
        return transactions.read(sql -> new AccountTable(sql).one("subject", subject));
    }

    /** By name, from the first after one on. */
    public List<Account> accounts(String after, int limit) {
        return transactions.read(sql -> new AccountTable(sql).after(after, limit));
    }

    public boolean hasAdministrator() {
        return transactions.read(sql -> new AccountTable(sql).hasAdministrator());
    }

    /** @return false where there is one of that name, or of that subject */
    public boolean create(Account account) {
        return transactions.write(sql -> inTurn(sql).create(account));
    }

    /** @return false where there is an administrator already */
    public boolean createFirst(Account administrator) {
        return transactions.write(sql -> {
            AccountTable accounts = inTurn(sql);
            return !accounts.hasAdministrator() && accounts.create(administrator);
        });
    }

    /**
     * @param changed with the version that was seen
     * @return false where somebody else changed it since, or it is not there
     * @throws LastAdministratorException if nobody would be left who may manage accounts
     */
    public boolean change(Account changed) {
        return transactions.write(sql -> {
            AccountTable accounts = inTurn(sql);
            boolean hadOne = accounts.hasAdministrator();
            boolean isChanged = accounts.change(changed);
            if (hadOne && !accounts.hasAdministrator()) {
                throw new LastAdministratorException(changed.name());
            }
            return isChanged;
        });
    }

    private static AccountTable inTurn(JdbcClient sql) {
        sql.sql("update access_turn set changes = changes + 1 where id = 1").update();
        return new AccountTable(sql);
    }

    public void create(ApiToken token) {
        transactions.write(sql -> sql.sql(
                        "insert into api_token (id, name, account, hash, scopes, created_at, created_by,"
                                + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        token.name(),
                        token.account(),
                        token.hash(),
                        String.join(" ", token.scopes().stream().sorted().toList()),
                        token.createdAt().toString(),
                        token.createdBy(),
                        token.expiresAt().toString())
                .update());
    }

    public Optional<ApiToken> token(String id) {
        return transactions.read(sql -> sql.sql("select * from api_token where id = ?")
                .param(id)
                .query(AccountTable::token)
                .optional());
    }

    /** @param account whose, or null for everybody's */
    public List<ApiToken> tokens(@Nullable String account, String after, int limit) {
        return transactions.read(sql -> sql.sql(
                        "select * from api_token where (account = ? or ? = 'all') and id > ? order by id limit ?")
                .params(account == null ? "" : account, account == null ? "all" : "one", after, limit)
                .query(AccountTable::token)
                .list());
    }

    /** @return false where it is not there, or was revoked before */
    public boolean revoke(String id, java.time.Instant at) {
        return transactions.write(
                sql -> sql.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
                                .params(at.toString(), id)
                                .update()
                        == 1);
    }

    /** Its number is given by the database. */
    public void add(AuditLine line) {
        transactions.write(
                sql -> sql.sql("insert into audit (at, actor, via, address, action, about, outcome, detail, request)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(Arrays.asList(
                                line.at().toString(),
                                line.actor(),
                                line.via(),
                                line.address(),
                                line.action(),
                                line.about(),
                                line.outcome(),
                                line.detail(),
                                line.request()))
                        .update());
    }

    /**
     * The latest first, from the first before a number on.
     *
     * @param wanted what must be so of each line
     */
    public List<AuditLine> audit(long before, int limit, AuditFilter wanted) {
        return transactions.read(sql -> sql.sql("select * from audit where id < ? and actor = coalesce(?, actor)"
                        + " and outcome = coalesce(?, outcome) and at >= ? and at < ? order by id desc limit ?")
                .params(Arrays.asList(
                        before, wanted.actor(), wanted.outcome(), wanted.firstInstant(), wanted.endInstant(), limit))
                .query(AccountTable::audit)
                .list());
    }
}
