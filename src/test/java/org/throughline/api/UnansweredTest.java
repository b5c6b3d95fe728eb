package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;

/** What the server refuses before the application hears of it. */
class UnansweredTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void anEncodedSlashIsAProblemDocument() throws IOException {
        String answer = sent("GET /api/v1/portfolios/a%2Fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("\"type\":\"urn:throughline:problem:bad-request\"")
                .contains(
                        "\"detail\":\"Found GET /api/v1/portfolios/a%2Fb, expected a request as /v3/api-docs describes"
                                + " it. Compare the two.\"");
    }

    @Test
    void aMalformedRequestIsAProblemDocument() throws IOException {
        assertThat(sent("GET /a|b HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("\"title\":\"The request cannot be understood\"")
                .doesNotContain("<html", "Exception", "Tomcat");
    }

    private static String sent(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", app.uri("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
