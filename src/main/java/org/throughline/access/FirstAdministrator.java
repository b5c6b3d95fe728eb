package org.throughline.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the first one gets in: a token that is printed on the console when the server starts, and good for one administrator. It is kept in
 * this process only and ends with it.
 */
public final class FirstAdministrator {

    private final Accounts accounts;
    private final LogIn logIn;
    private final Throttle throttle;
    private @Nullable String token;

    FirstAdministrator(Accounts accounts, LogIn logIn, Throttle throttle) {
        this.accounts = accounts;
        this.logIn = logIn;
        this.throttle = throttle;
    }

    /** The token to be printed, always the same; none where it is not needed. */
    public synchronized Optional<String> invitation() {
        if (!isWanted()) {
            token = null;
            return Optional.empty();
        }
        if (token == null) {
            token = Secrets.fresh();
        }
        return Optional.of(token);
    }

    /** Whether there is nobody yet who may manage accounts. */
    public boolean isWanted() {
        return logIn.isRequired() && !accounts.hasAdministrator();
    }

    /** @throws UnfitException if the token is another, or the account cannot be */
    public synchronized void create(String sent, String name, String password, String address) {
        Optional<Refused> tooOften = throttle.attempt("first administrator", address);
        if (tooOften.isPresent()) {
            throw new UnfitException(tooOften.get());
        }
        String expected = invitation().orElse("");
        if (expected.isEmpty() || !Secrets.same(expected, sent.strip())) {
            throw new UnfitException(Refused.token(
                    "another token than the one on the console", "Copy the one that was printed at the last start."));
        }
        accounts.createFirst(name, name, password);
        throttle.succeeded("first administrator", address);
        token = null;
    }
}
