package org.throughline.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.throughline.store.AccessStore;
import org.throughline.store.AccessStore.LastAdministratorException;
import org.throughline.store.Account;
import org.throughline.store.Account.Grant;

/** Accounts: who may get in, and with which roles. What a method says that it did is kept. */
public final class Accounts {

    private static final String NAME = "[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?";

    private final AccessStore store;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(AccessStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * What is wished of an account; null leaves it as it is.
     *
     * @param grants each {@code role} for all portfolios or {@code role:portfolio}
     */
    @Schema(name = "AccountWish") // another record of this name is described as well
    public record Wish(
            @Nullable String display,
            @Nullable String password,
            @Nullable List<String> grants,
            @Nullable Boolean active) {}

    public Optional<Account> one(String name) {
        return store.account(name(name));
    }

    /** By name, from the first after one on. */
    public List<Account> list(String after, int limit) {
        return store.accounts(after, limit);
    }

    public boolean hasAdministrator() {
        return store.hasAdministrator();
    }

    /** @throws UnfitException if it cannot be, or there is one */
    public Account create(String name, Wish wish, String by) {
        Account account = fresh(name, wish, by);
        if (!store.create(account)) {
            throw unfit(
                    HttpStatus.CONFLICT,
                    "taken",
                    "an account \"" + account.name() + "\"",
                    "a new name",
                    "Choose another.");
        }
        return store.account(account.name()).orElseThrow();
    }

    /** The first one, with every role; only while there is no administrator. */
    public Account createFirst(String name, String display, String password) {
        Account account = fresh(name, new Wish(display, password, Role.words(), true), "setup");
        if (!store.createFirst(account)) {
            throw unfit(
                    HttpStatus.CONFLICT,
                    "taken",
                    "an administrator, or an account of that name",
                    "none yet",
                    "Log in, or ask that administrator for an account.");
        }
        return account;
    }

    private Account fresh(String name, Wish wish, String by) {
        String plain = name(name);
        if (!plain.matches(NAME)) {
            throw unfit(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "unfit-account",
                    "the name \"" + name + "\"",
                    "1 to 64 of a-z, 0-9 and . _ @ - between them",
                    "Such as ada.lovelace, or an e-mail address.");
        }
        return new Account(
                plain,
                wish.display() == null || wish.display().isBlank()
                        ? plain
                        : wish.display().strip(),
                wish.password() == null ? null : passwords.kept(wish.password(), plain),
                null,
                wish.active() == null || wish.active(),
                grants(wish.grants() == null ? List.of() : wish.grants()),
                1,
                1,
                clock.instant(),
                by);
    }

    /**
     * @param seen the version that whoever wishes it has seen, or null for whatever there is
     * @throws UnfitException if it cannot be, is not there, or somebody else changed it since
     */
    public Account change(String name, Wish wish, @Nullable Long seen) {
        Account was = store.account(name(name)).orElseThrow(() -> unknown(name));
        boolean ends = wish.password() != null || Boolean.FALSE.equals(wish.active());
        Account changed = new Account(
                was.name(),
                wish.display() == null || wish.display().isBlank()
                        ? was.display()
                        : wish.display().strip(),
                wish.password() == null ? was.password() : passwords.kept(wish.password(), was.name()),
                was.subject(),
                wish.active() == null ? was.active() : wish.active(),
                wish.grants() == null ? was.grants() : grants(wish.grants()),
                seen == null ? was.version() : seen,
                ends ? was.epoch() + 1 : was.epoch(),
                was.createdAt(),
                was.createdBy());
        try {
            if (!store.change(changed)) {
                throw unfit(
                        HttpStatus.PRECONDITION_FAILED,
                        "conflict",
                        "a change by somebody else, version " + was.version(),
                        "version " + seen,
                        "Look at it again, and send the change with If-Match: \"" + was.version() + "\".");
            }
        } catch (LastAdministratorException e) {
            throw unfit(
                    HttpStatus.CONFLICT,
                    "last-administrator",
                    "the last administrator",
                    "another one who is left",
                    "Give somebody else the role first.");
        }
        return store.account(was.name()).orElseThrow();
    }

    /** A new password for who knows the old one. All sessions of the account end. */
    public void changePassword(String name, String old, String fresh) {
        Account account = one(name).orElseThrow(() -> unknown(name));
        if (!passwords.fits(old, account.password())) {
            throw unfit(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "wrong-password",
                    "another password than the present one",
                    "the present password",
                    "Type it again.");
        }
        change(name, new Wish(null, fresh, null, null), account.version());
    }

    /** The account that the password is of; takes as long where there is none. */
    Optional<Account> logIn(String name, String password) {
        Optional<Account> account = name(name).matches(NAME) ? one(name) : Optional.empty();
        boolean fits = passwords.fits(password, account.map(Account::password).orElse(null));
        return account.filter(it -> fits && it.active());
    }

    /** The account of whom an issuer vouches for, made where there is none yet, with the roles that the issuer gives today. */
    Account ofIssuer(String subject, String name, String display, Set<Grant> granted) {
        Optional<Account> known = store.accountOf(subject);
        if (known.isPresent()) {
            List<String> grants = granted.stream().map(Accounts::text).toList();
            return known.get().grants().equals(granted)
                    ? known.get()
                    : change(known.get().name(), new Wish(display, null, grants, null), null);
        }
        String wished = name(name).replaceAll("[^a-z0-9._@-]", "-");
        String free = wished.matches(NAME) && store.account(wished).isEmpty()
                ? wished
                : "sso-" + Secrets.sha256(subject).substring(0, 12);
        Account fresh = new Account(free, display, null, subject, true, granted, 1, 1, clock.instant(), "its issuer");
        store.create(fresh);
        return store.accountOf(subject).orElseThrow();
    }

    /** {@code lead:sales}, {@code viewer} for all. */
    public static String text(Grant grant) {
        return grant.portfolio().equals(Grant.ALL) ? grant.role() : grant.role() + ":" + grant.portfolio();
    }

    private static Set<Grant> grants(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("[,\\s]+")))
                .filter(text -> !text.isEmpty())
                .map(Accounts::grant)
                .collect(Collectors.toSet());
    }

    private static Grant grant(String text) {
        String[] parts = text.split(":", 2);
        Optional<Role> role = Role.of(parts[0]);
        boolean onOne = parts.length == 2 && !parts[1].equals(Grant.ALL);
        if (role.isEmpty() || onOne && !role.get().isPerPortfolio() || parts.length == 2 && parts[1].isEmpty()) {
            String ones = Arrays.stream(Role.values())
                    .filter(Role::isPerPortfolio)
                    .map(Role::word)
                    .collect(Collectors.joining(" or "));
            throw unfit(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "unfit-account",
                    "the grant \"" + text + "\"",
                    "one of " + String.join(", ", Role.words()) + "; " + ones + " may name a portfolio",
                    "Write it as lead:sales, or as lead for all portfolios.");
        }
        return new Grant(parts[0], onOne ? parts[1] : Grant.ALL);
    }

    private static String name(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static UnfitException unknown(String name) {
        return unfit(
                HttpStatus.NOT_FOUND,
                "not-found",
                "no account \"" + name + "\"",
                "the name of an account",
                "GET /api/v1/users lists them.");
    }

    static UnfitException unfit(HttpStatus status, String name, String found, String expected, String fix) {
        return new UnfitException(new Refused(status, name, "That cannot be done", found, expected, fix));
    }
}
