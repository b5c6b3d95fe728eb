package org.throughline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationResult;

/**
 * Whether a request goes on.
 *
 * @param row of the table that decided, or null where there is none
 * @param refused why it does not, or null where it does
 */
record Verdict(WhoMay.@Nullable Row row, @Nullable Refused refused) implements AuthorizationResult {

    static Verdict allowed(WhoMay.@Nullable Row row) {
        return new Verdict(row, null);
    }

    static Verdict refused(Refused why) {
        return new Verdict(null, why);
    }

    @Override
    public boolean isGranted() {
        return refused == null;
    }
}
