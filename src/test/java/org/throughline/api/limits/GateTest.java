package org.throughline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;

/** What a client is told that comes when there are too many. */
class GateTest {

    private static final String DOCUMENT = "{\"use_cases\": [{\"id\": \"a\", \"name\": \"A\", \"stage\": \"pilot\"}]}";

    @RegisterExtension
    static final RunningApp narrow =
            new RunningApp("--throughline.limit.concurrentAssessments=1", "--throughline.limit.waitingAssessments=0");

    @RegisterExtension
    static final RunningApp sparing = new RunningApp("--throughline.limit.requestsPerMinute=2");

    @RegisterExtension
    static final RunningApp hasty = new RunningApp("--throughline.limit.assessmentSeconds=1");

    @Test
    void turnsAwayWhomNobodyCanServeAndRecoversAtOnce() throws IOException {
        try (Socket slow = new Socket("127.0.0.1", narrow.uri("/").getPort())) {
            begin(slow);
            awaitItsTurn();
            HttpResponse<String> refused = advice(narrow);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body())
                    .contains("\"type\":\"urn:throughline:problem:busy\"")
                    .contains("Found more than 0 requests that wait for their turn, expected at most 0 (setting"
                            + " throughline.limit.waitingAssessments). Send it again after 2 s, as the header"
                            + " Retry-After says.");
            assertThat(narrow.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            slow.getOutputStream().write(DOCUMENT.substring(1).getBytes(StandardCharsets.UTF_8));
            assertThat(statusLine(slow.getInputStream())).startsWith("HTTP/1.1 200");
        }
        assertThat(advice(narrow).statusCode()).isEqualTo(200);
    }

    @Test
    void stopsWhoHasTheTurnForTooLong() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", hasty.uri("/").getPort())) {
            begin(slow);
            awaitMetric(hasty, "throughline_assessments_running 1.0");
            Thread.sleep(1_100); // longer than it may take, from now on at the latest
            slow.getOutputStream().write(DOCUMENT.substring(1).getBytes(StandardCharsets.UTF_8));
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 422")
                    .contains("\"type\":\"urn:throughline:problem:assessment-too-long\"")
                    .contains("Found an assessment of more than 1 seconds, expected at most 1 (setting"
                            + " throughline.limit.assessmentSeconds). Send fewer facts at a time, or use the command"
                            + " line, which has no such limit.");
        }
        assertThat(advice(hasty).statusCode()).isEqualTo(200);
    }

    /** The first of a body, whose rest is late. */
    private static void begin(Socket slow) throws IOException {
        String head =
                "POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + DOCUMENT.length() + "\r\nConnection: close\r\n\r\n" + DOCUMENT.charAt(0);
        slow.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        slow.getOutputStream().flush();
    }

    /** Asked of the metrics: whoever asked for advice instead could take the turn that the slow request is about to get. */
    private static void awaitItsTurn() {
        awaitMetric(narrow, "throughline_assessments_running 1.0");
    }

    private static void awaitMetric(RunningApp app, String line) {
        for (int again = 0; again < 100_000; again++) {
            if (app.get("/actuator/prometheus").body().contains(line)) {
                return;
            }
        }
        throw new AssertionError("the metrics never said " + line);
    }

    private static String statusLine(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        URI description = sparing.uri("/api/v1/nothing");
        assertThat(get(description).statusCode()).isEqualTo(404);
        assertThat(get(description).statusCode()).isEqualTo(404);
        HttpResponse<String> refused = get(description);

        assertThat(refused.statusCode()).isEqualTo(429);
        int seconds =
                Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(1, 30);
        assertThat(refused.body())
                .contains("\"type\":\"urn:throughline:problem:too-many-requests\"")
                .contains("Found more than 2 requests a minute from this address, expected at most 2 (setting"
                        + " throughline.limit.requestsPerMinute). Send it again after " + seconds
                        + " s, as the header Retry-After says.");
    }

    private static HttpResponse<String> get(URI address) {
        return sparing.send(HttpRequest.newBuilder(address));
    }

    private static HttpResponse<String> advice(RunningApp app) {
        return app.send(HttpRequest.newBuilder(app.uri("/api/v1/advice"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(DOCUMENT)));
    }
}
