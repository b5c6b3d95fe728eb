package org.throughline.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.throughline.store.AccessStore;
import org.throughline.store.Account;
import org.throughline.store.ApiToken;

/** Tokens for programs: {@code tl_ID_SECRET}. The secret is shown once and kept as its SHA-256: it has 256 bits, so nobody finds it by trying. */
public final class Tokens {

    private static final Pattern FORM = Pattern.compile("tl_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final int LONGEST_DAYS = 366;
    private static final int DAYS = 90;
    private static final int LONGEST_NAME = 100;
    private static final String ANOTHER = "Make another: the page /account, or POST /api/v1/tokens.";

    private final AccessStore store;
    private final Clock clock;

    Tokens(AccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param days for how long it is in force, 1 to 366; null for 90
     * @param account whose rights it has, within its scopes
     */
    @Schema(name = "TokenWish") // another record of this name is described as well
    public record Wish(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days,
            @Nullable String account) {}

    /** @param secret the whole token, which cannot be shown again */
    public record Made(ApiToken token, String secret) {

        @Override
        public String toString() {
            return token.toString();
        }
    }

    /** @throws UnfitException if it cannot be, or is for somebody else and not an administrator wishes it */
    public Made create(Wish wish, Reader by) {
        String account = wish.account() == null || wish.account().isBlank()
                ? by.name()
                : wish.account().strip();
        if (!account.equals(by.name()) && !by.is(Role.ADMINISTRATOR)) {
            throw unfit("a token for \"" + account + "\"", "one for yourself", "Ask an administrator for it.");
        }
        if (store.account(account).filter(Account::active).isEmpty()) {
            throw Accounts.unknown(account);
        }
        String name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw unfit("the name \"" + name + "\"", "the name of the client, of 1 to 100 characters", "Name it.");
        }
        int days = wish.days() == null ? DAYS : wish.days();
        if (days < 1 || days > LONGEST_DAYS) {
            throw unfit(days + " days", "1 to 366 days", "Choose how long it is in force.");
        }
        Instant now = clock.instant();
        String id = Secrets.sha256(Secrets.fresh()).substring(0, 12);
        String secret = Secrets.fresh();
        ApiToken token = new ApiToken(
                id,
                name,
                account,
                Secrets.sha256(secret),
                scopes(wish.scopes(), by),
                now,
                by.name(),
                now.plus(Duration.ofDays(days)),
                null);
        store.create(token);
        return new Made(token, "tl_" + id + "_" + secret);
    }

    /** A token never makes one that is good for more than itself. */
    private static Set<String> scopes(@Nullable List<String> wished, Reader by) {
        Set<String> scopes = new TreeSet<>(wished == null ? List.of() : wished);
        if (scopes.isEmpty()
                || !Scope.words().containsAll(scopes)
                || !by.scopes().containsAll(scopes)) {
            throw unfit(
                    scopes.isEmpty() ? "no scopes" : "the scopes " + String.join(", ", scopes),
                    "of " + String.join(", ", by.scopes().stream().sorted().toList()),
                    "Name what the client needs, and no more.");
        }
        return scopes;
    }

    private static UnfitException unfit(String found, String expected, String fix) {
        return Accounts.unfit(HttpStatus.UNPROCESSABLE_CONTENT, "unfit-token", found, expected, fix);
    }

    /** @param account whose, or null for everybody's */
    public List<ApiToken> list(@Nullable String account, String after, int limit) {
        return store.tokens(account, after, limit);
    }

    /** @throws UnfitException if it is not there, or somebody else's and not an administrator wishes it */
    public void revoke(String id, Reader by) {
        Optional<ApiToken> token =
                store.token(id).filter(it -> it.account().equals(by.name()) || by.is(Role.ADMINISTRATOR));
        if (token.isEmpty()) {
            throw Accounts.unfit(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "no token \"" + id + "\"",
                    "the id of a token",
                    "GET /api/v1/tokens lists them.");
        }
        store.revoke(id, clock.instant());
    }

    /**
     * Who asks with that token.
     *
     * @throws BadTokenException if it lets nobody in; says no more than that to who does not have its secret
     */
    Reader reader(String sent) {
        Matcher form = FORM.matcher(sent.strip());
        if (!form.matches()) {
            throw new BadTokenException(Refused.token("a token of another form than tl_..._...", ANOTHER));
        }
        ApiToken token = store.token(form.group(1))
                .filter(it -> Secrets.same(it.hash(), Secrets.sha256(form.group(2))))
                .orElseThrow(() -> new BadTokenException(Refused.token("a token that is not known here", ANOTHER)));
        if (token.revokedAt() != null) {
            throw new BadTokenException(Refused.token("the token " + token.id() + ", which was revoked", ANOTHER));
        }
        if (!clock.instant().isBefore(token.expiresAt())) {
            throw new BadTokenException(
                    Refused.token("the token " + token.id() + ", in force until " + token.expiresAt(), ANOTHER));
        }
        Account account = store.account(token.account())
                .filter(Account::active)
                .orElseThrow(() -> new BadTokenException(Refused.token(
                        "the token " + token.id() + " of an account that is switched off",
                        "Ask an administrator to switch it on.")));
        return new Reader(account.name(), account.display(), Reader.Via.TOKEN, account.grants(), token.scopes());
    }
}
