package org.throughline.api.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Looks names up for webhooks, and finds nothing where an address is not one of the public internet's: whoever names an address must not reach
 * this network through this server. What was looked at is what is called, so a name that changes its address in between gains nothing.
 */
final class Reachable extends SystemDefaultDnsResolver {

    /** Not for everybody, although Java has no word for them (RFC 6890). */
    private static final List<IpAddressMatcher> RESERVED = List.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16")
            .stream()
            .map(IpAddressMatcher::new)
            .toList();

    private static final IpAddressMatcher GLOBAL = new IpAddressMatcher("2000::/3");

    private final List<IpAddressMatcher> allowed;

    /** @param allowed addresses or parts of a network, such as {@code 10.1.0.0/16} */
    Reachable(List<String> allowed) {
        this.allowed = allowed.stream().map(IpAddressMatcher::new).toList();
    }

    /** No address of it may be called. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String host, InetAddress address) {
            super(host + " is at " + address.getHostAddress() + ", which is not an address of the public internet");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = super.resolve(host);
        for (InetAddress address : addresses) {
            if (!mayBeCalled(address)) {
                throw new Refused(host, address);
            }
        }
        return addresses;
    }

    boolean mayBeCalled(InetAddress address) {
        return isIn(allowed, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean isLocal = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        boolean isGlobal =
                address instanceof Inet4Address || address instanceof Inet6Address && isIn(List.of(GLOBAL), address);
        return !isLocal && isGlobal && !isIn(RESERVED, address);
    }

    private static boolean isIn(List<IpAddressMatcher> networks, InetAddress address) {
        return networks.stream()
                .anyMatch(it -> it.matches(address.getHostAddress().replaceFirst("%.*", "")));
    }
}
