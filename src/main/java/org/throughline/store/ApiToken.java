package org.throughline.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which a client gets in.
 *
 * @param id the part of the token that may be shown
 * @param name of the client
 * @param account whose rights it has, within its scopes
 * @param hash SHA-256 of the secret part, in hexadecimal digits
 */
public record ApiToken(
        String id,
        String name,
        String account,
        String hash,
        Set<String> scopes,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ApiToken[" + id + "]";
    }
}
