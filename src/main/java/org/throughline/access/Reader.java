package org.throughline.access;

import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.throughline.store.Account.Grant;

/**
 * Who asks.
 *
 * @param name of the account
 * @param grants as they are now, not as they were at the log-in
 * @param scopes of the token; all where it is none
 */
public record Reader(String name, String display, Via via, Set<Grant> grants, Set<String> scopes) implements Principal {

    /** How somebody got in. */
    public enum Via {
        NONE,
        LOCAL,
        SESSION,
        TOKEN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static final Reader NOBODY = new Reader("nobody", "nobody", Via.NONE, Set.of(), Set.of());

    /** Whoever works on this machine, where no log-in is required: everything. */
    static final Reader LOCAL = new Reader(
            "local user",
            "local user",
            Via.LOCAL,
            Arrays.stream(Role.values())
                    .map(role -> new Grant(role.word(), Grant.ALL))
                    .collect(Collectors.toSet()),
            Set.copyOf(Scope.words()));

    public Reader {
        grants = Set.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }

    /** Who asks in this thread; nobody, who may do nothing, outside of a request: decide before work is handed to another thread. */
    public static Reader current() {
        Authentication asking = SecurityContextHolder.getContext().getAuthentication();
        return asking != null && asking.getPrincipal() instanceof Reader reader ? reader : NOBODY;
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the role was given, for all portfolios or any one. */
    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role().equals(role.word()));
    }

    /** Whether one of the roles was given for this portfolio, or for all. */
    public boolean has(Set<String> roles, String portfolio) {
        return has(grants, roles, portfolio);
    }

    private static boolean has(Set<Grant> grants, Set<String> roles, String portfolio) {
        return grants.stream()
                .anyMatch(grant -> roles.contains(grant.role())
                        && (grant.portfolio().equals(Grant.ALL)
                                || grant.portfolio().equals(portfolio)));
    }

    /** Whether this portfolio may be read: for lists, and for what names a portfolio elsewhere than in its address. */
    public boolean sees(String portfolio) {
        return has(Set.of(Role.VIEWER.word(), Role.LEAD.word()), portfolio);
    }

    /** Whether this portfolio may be changed. */
    public boolean leads(String portfolio) {
        return leads(grants, portfolio);
    }

    static boolean leads(Set<Grant> grants, String portfolio) {
        return has(grants, Set.of(Role.LEAD.word()), portfolio);
    }

    /** Whether there is somebody who can log out. */
    public boolean isLoggedIn() {
        return via == Via.SESSION;
    }
}
