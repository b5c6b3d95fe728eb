package org.throughline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without a log-in a request counts as that of the person at this machine, so it must be. Refused are requests by another name than this
 * machine's (a site whose name was made to lead here: DNS rebinding), from elsewhere, or through a proxy, which would let everybody in.
 * With and without a log-in, what changes something must not come from another site's page.
 */
final class LocalOnly extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");
    private static final Set<String> ONLY_ASK = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final boolean isLogInRequired;
    private final Answers answers;

    LocalOnly(LogIn logIn, Answers answers) {
        this.isLogInRequired = logIn.isRequired();
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refused> refused = isLogInRequired ? Optional.empty() : notLocal(request);
        if (refused.isEmpty()) {
            refused = otherSite(request);
        }
        if (refused.isPresent()) {
            answers.refuse(request, response, refused.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Refused> notLocal(HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !NAMES.contains(withoutPort(host))) {
            return Optional.of(Refused.notLocal("Host: " + host, "Host: 127.0.0.1, localhost or [::1]"));
        }
        Optional<String> proxy = OF_PROXIES.stream()
                .filter(name -> request.getHeader(name) != null)
                .findFirst();
        if (proxy.isPresent()) {
            return Optional.of(Refused.notLocal(
                    "the header " + proxy.get() + " of a proxy", "no proxy before a server without log-in"));
        }
        return Stream.of(request.getRemoteAddr(), request.getLocalAddr())
                .filter(address -> !isLoopback(address))
                .findFirst()
                .map(address -> Refused.notLocal("a request from or to " + address, "one over the loopback address"));
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && InetAddress.getByName(address).isLoopbackAddress(); // a literal: nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
    }

    /** A token is proof of its own: no page of another site can send one. */
    private static Optional<Refused> otherSite(HttpServletRequest request) {
        if (ONLY_ASK.contains(request.getMethod()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return Optional.empty();
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && (site.equals("cross-site") || site.equals("same-site"))) {
            return Optional.of(Refused.otherSite("Sec-Fetch-Site: " + site));
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean ours = origin == null || isOurs(origin, request);
        return ours ? Optional.empty() : Optional.of(Refused.otherSite("Origin: " + origin));
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        int slashes = origin.indexOf("://");
        String theirs = slashes < 0 ? "" : origin.substring(slashes + 3).toLowerCase(Locale.ROOT);
        String port = request.getServerPort() == (request.isSecure() ? 443 : 80) ? "" : ":" + request.getServerPort();
        String host =
                String.valueOf(request.getHeader(HttpHeaders.HOST)).strip().toLowerCase(Locale.ROOT);
        String server = request.getServerName().toLowerCase(Locale.ROOT) + port;
        return theirs.equals(host) || theirs.equals(server);
    }
}
