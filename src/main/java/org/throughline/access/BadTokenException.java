package org.throughline.access;

import org.springframework.security.core.AuthenticationException;

/** A token was sent that lets nobody in. */
final class BadTokenException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    BadTokenException(Refused refused) {
        super(refused.found());
        this.refused = refused;
    }

    Refused refused() {
        return refused;
    }
}
