package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testkit.RunningApp;

/** Without a log-in only this machine is served, whatever a request says of itself. */
class LocalOnlyTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    /** As it comes over the wire: a client of ours would correct the headers. */
    private static String sent(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", app.uri("/").getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:1"})
    void servesThisMachineByItsNames(String host) throws IOException {
        assertThat(sent("GET", "/api/v1/portfolios", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "0.0.0.0", "127.1"})
    void refusesAnotherName(String host) throws IOException {
        assertThat(sent("GET", "/api/v1/portfolios", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("\"found\":\"Host: " + host + "\"")
                .contains("\"expected\":\"Host: 127.0.0.1, localhost or [::1]\"")
                .contains("throughline.login.mode=required (THROUGHLINE_LOGIN_MODE=required)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 10.0.0.7", "Forwarded: for=10.0.0.7", "Via: 1.1 proxy"})
    void refusesWhatComesThroughAProxy(String header) throws IOException {
        assertThat(sent("GET", "/", "Host: localhost", "Accept: text/html", header))
                .startsWith("HTTP/1.1 403")
                .contains("This server takes requests from its own machine only")
                .contains("the header " + header.split(":")[0] + " of a proxy");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://evil.example, 403",
        "Origin: null, 403",
        "Origin: http://localhost.evil.example, 403",
        "Sec-Fetch-Site: cross-site, 403",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: same-origin, 404",
        "Origin: http://localhost:8080, 404",
        "User-Agent: curl, 404"
    })
    void refusesWhatAnotherSitesPageSends(String header, int status) throws IOException {
        assertThat(sent("POST", "/api/v1/portfolios/nothing/trend", "Host: localhost:8080", header))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void needsNoLogInAndKeepsNoSession() throws IOException {
        assertThat(sent("GET", "/", "Host: localhost", "Accept: text/html"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Set-Cookie: throughline=")
                .doesNotContain("Log out");
    }

    @ParameterizedTest
    @CsvSource({
        "auto,     127.0.0.1, false, false, false",
        "auto,     ::1,       false, false, false",
        "auto,     0.0.0.0,   false, false, true",
        "auto,     ,          false, false, true",
        "auto,     192.0.2.7, false, false, true",
        "auto,     127.0.0.1, true,  false, true",
        "auto,     127.0.0.1, false, true,  true",
        "required, 127.0.0.1, false, false, true",
        "none,     127.0.0.1, false, true,  false"
    })
    void requiresALogInUnlessNobodyElseCanReachIt(
            String mode, String address, boolean hasIssuer, boolean hasAccounts, boolean required) {
        assertThat(LogIn.of(mode, address, hasIssuer, hasAccounts).isRequired()).isEqualTo(required);
    }

    @Test
    void refusesToServeOthersWithoutALogIn() {
        assertThatThrownBy(() -> LogIn.of("none", "0.0.0.0", false, false))
                .hasMessage("throughline.login.mode: found none with the address 0.0.0.0, expected required or auto;"
                        + " without log-in the server listens on 127.0.0.1 only: leave one of the two settings"
                        + " out");
    }
}
