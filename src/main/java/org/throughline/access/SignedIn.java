package org.throughline.access;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * What a session remembers: whose it is and since when, and nothing of what they may do, which is looked up with each request.
 */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String account;
    private final long epoch;
    private final Instant since;

    /** @param epoch of the account; when it is another, the session is over */
    SignedIn(String account, long epoch, Instant since) {
        super(List.of());
        this.account = account;
        this.epoch = epoch;
        this.since = since;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return account;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    long epoch() {
        return epoch;
    }

    Instant since() {
        return since;
    }
}
