package org.throughline.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a program, that may get in.
 *
 * @param name as it is typed at the log-in, in small letters
 * @param password as Argon2 keeps it, or null where it logs in elsewhere or only by tokens
 * @param subject issuer and subject of whom an OpenID Connect issuer vouches for, or null
 * @param version from 1, one more with each change
 * @param epoch one more when all its sessions are to end
 */
public record Account(
        String name,
        String display,
        @Nullable String password,
        @Nullable String subject,
        boolean active,
        Set<Grant> grants,
        long version,
        long epoch,
        Instant createdAt,
        String createdBy) {

    public Account {
        grants = Set.copyOf(grants);
    }

    /** Without the password: nobody logs that by mistake. */
    @Override
    public String toString() {
        return "Account[" + name + ", version " + version + "]";
    }

    /**
     * A role, on a portfolio.
     *
     * @param portfolio its id, or {@value #ALL} for all
     */
    public record Grant(String role, String portfolio) implements Comparable<Grant> {

        public static final String ALL = "*";

        @Override
        public int compareTo(Grant other) {
            int byPortfolio = portfolio.compareTo(other.portfolio);
            return byPortfolio == 0 ? role.compareTo(other.role) : byPortfolio;
        }
    }
}
