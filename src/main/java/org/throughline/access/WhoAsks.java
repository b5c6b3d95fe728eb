package org.throughline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.store.Account;

/**
 * Finds out who asks: the local user, whoever has a session, or whose token was sent. Roles are read anew for each request, so that what an
 * administrator takes away is gone at once. A request with a token is never that of a session.
 */
final class WhoAsks extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final LogIn logIn;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Duration longest;
    private final Clock clock;

    WhoAsks(LogIn logIn, Accounts accounts, Tokens tokens, Duration longest, Clock clock) {
        this.logIn = logIn;
        this.accounts = accounts;
        this.tokens = tokens;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication kept = SecurityContextHolder.getContext().getAuthentication();
        if (kept instanceof Asking) { // forwarded to the page that says why not
            chain.doFilter(request, response);
            return;
        }
        Optional<Reader> reader = reader(request, kept);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        reader.ifPresent(it -> context.setAuthentication(new Asking(it)));
        SecurityContextHolder.setContext(context); // for this request only: what the session keeps stays as it is
        chain.doFilter(request, response);
    }

    private Optional<Reader> reader(HttpServletRequest request, @Nullable Authentication kept) {
        if (!logIn.isRequired()) {
            return Optional.of(Reader.LOCAL);
        }
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null) {
            if (!sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                throw new BadTokenException(Refused.token(
                        "Authorization of another kind than Bearer", "Send Authorization: Bearer TOKEN."));
            }
            return Optional.of(tokens.reader(sent.substring(BEARER.length())));
        }
        return kept instanceof SignedIn session ? ofSession(request, session) : Optional.empty();
    }

    private Optional<Reader> ofSession(HttpServletRequest request, SignedIn session) {
        Optional<Account> account = accountOf(session);
        if (account.isEmpty()) {
            HttpSession over = request.getSession(false);
            if (over != null) {
                over.invalidate();
            }
        }
        return account.map(
                it -> new Reader(it.name(), it.display(), Reader.Via.SESSION, it.grants(), Set.copyOf(Scope.words())));
    }

    private Optional<Account> accountOf(SignedIn session) {
        return accounts.one(session.getName())
                .filter(it -> it.active() && it.epoch() == session.epoch())
                .filter(it -> clock.instant().isBefore(session.since().plus(longest)));
    }

    boolean isInForce(SignedIn session) {
        return accountOf(session).isPresent();
    }

    /** Who asks, as Spring Security passes it on. */
    private static final class Asking extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Reader reader;

        Asking(Reader reader) {
            super(List.of());
            this.reader = reader;
            setAuthenticated(true);
        }

        @Override
        public Object getPrincipal() {
            return reader;
        }

        @Override
        public Object getCredentials() {
            return "";
        }
    }
}
