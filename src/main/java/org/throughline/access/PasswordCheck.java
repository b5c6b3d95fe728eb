package org.throughline.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.throughline.store.Account;

/** The log-in with a name and a password; so many wrong ones, and it waits. */
final class PasswordCheck implements AuthenticationProvider {

    private final Accounts accounts;
    private final Throttle throttle;
    private final Clock clock;

    PasswordCheck(Accounts accounts, Throttle throttle, Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** There were too many wrong ones. */
    static final class TooManyException extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final transient Refused refused;

        TooManyException(Refused refused) {
            super(refused.found());
            this.refused = refused;
        }

        Refused refused() {
            return refused;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName().strip().toLowerCase(java.util.Locale.ROOT);
        String address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "an unknown address";
        Optional<Refused> tooOften = throttle.attempt(name, address);
        if (tooOften.isPresent()) {
            throw new TooManyException(tooOften.get());
        }
        Account account = accounts.logIn(name, String.valueOf(typed.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
        throttle.succeeded(name, address);
        return new SignedIn(account.name(), account.epoch(), clock.instant());
    }
}
