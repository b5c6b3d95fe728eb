package org.throughline.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Whether one has to log in. Found out once, at the start.
 *
 * @param isRequired false where only this machine can reach the server, and nobody set up accounts
 * @param hasIssuer whether an organisation's own log-in is configured
 */
public record LogIn(boolean isRequired, boolean hasIssuer) {

    static LogIn of(String mode, @Nullable String address, boolean hasIssuer, boolean hasAccounts) {
        boolean loopback = isLoopback(address);
        if (mode.equals("none") && !loopback) {
            throw new IllegalStateException("throughline.login.mode: found none with the address "
                    + (address == null || address.isBlank() ? "of every network" : address)
                    + ", expected required or auto; without log-in the server listens on 127.0.0.1 only: leave one of"
                    + " the two settings out");
        }
        boolean required = mode.equals("required") || mode.equals("auto") && (!loopback || hasIssuer || hasAccounts);
        return new LogIn(required, hasIssuer);
    }

    /** No address means every one. */
    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
