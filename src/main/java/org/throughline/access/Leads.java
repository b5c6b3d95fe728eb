package org.throughline.access;

import org.jspecify.annotations.Nullable;
import org.throughline.store.Account;
import org.throughline.store.Account.Grant;

/** Whether somebody who is not here now leads a portfolio still: of what goes on in their name. */
public final class Leads {

    private final LogIn logIn;
    private final Accounts accounts;

    Leads(LogIn logIn, Accounts accounts) {
        this.logIn = logIn;
        this.accounts = accounts;
    }

    /**
     * Why not, in words for those who lead it; null where they do.
     *
     * @param portfolio null: all
     */
    public @Nullable String whyNot(String name, @Nullable String portfolio) {
        if (!logIn.isRequired()) {
            return null;
        }
        Account account = accounts.one(name).orElse(null);
        if (account == null) {
            return "There is no account \"" + name + "\" any more.";
        }
        if (!account.active()) {
            return "The account \"" + name + "\" is not active.";
        }
        return Reader.leads(account.grants(), portfolio == null ? Grant.ALL : portfolio)
                ? null
                : "The account \"" + name + "\" leads " + (portfolio == null ? "all portfolios" : portfolio)
                        + " no more.";
    }
}
