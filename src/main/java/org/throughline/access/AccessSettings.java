package org.throughline.access;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.throughline.store.Account.Grant;

/**
 * Settings of the log-in, {@code throughline.login...}.
 *
 * @param mode {@code auto}: where others than this machine can reach the server, or accounts or an issuer are there; {@code required};
 *     {@code none}: only on the loopback address
 * @param attempts wrong log-ins to one account in 15 minutes
 * @param attemptsPerAddress wrong log-ins from one address in 15 minutes
 * @param session after how long a session ends, however much it is used
 * @param rolesClaim which claim of an issuer's token has roles or groups
 * @param roles what a value of that claim gives: roles set apart by commas, each {@code role} or {@code role:portfolio}
 */
@ConfigurationProperties("throughline.login")
record AccessSettings(
        @DefaultValue("auto") String mode,
        @DefaultValue("10") int attempts,
        @DefaultValue("100") int attemptsPerAddress,
        @DefaultValue("12h") Duration session,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<String, String> roles) {

    AccessSettings {
        if (!Set.of("auto", "required", "none").contains(mode)) {
            throw new IllegalArgumentException(
                    "throughline.login.mode: found \"" + mode + "\", expected auto, required or none");
        }
        roles = Map.copyOf(roles);
    }

    /** What the values of an issuer's claim give. */
    Set<Grant> grants(Iterable<String> claimed) {
        return Stream.iterate(claimed.iterator(), java.util.Iterator::hasNext, it -> it)
                .map(java.util.Iterator::next)
                .flatMap(value -> Stream.of(roles.getOrDefault(value, "").split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AccessSettings::grant)
                .collect(Collectors.toSet());
    }

    private static Grant grant(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Grant(text, Grant.ALL) : new Grant(text.substring(0, colon), text.substring(colon + 1));
    }
}
