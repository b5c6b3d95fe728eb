package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of requests when the server is told to end. */
class EndTest {

    private static final Pattern ADDRESS = Pattern.compile("Throughline is at http://127\\.0\\.0\\.1:(\\d+)");
    private static final String DOCUMENT = "{\"use_cases\": [{\"id\": \"a\", \"name\": \"A\", \"stage\": \"pilot\"}]}";
    private static final int PATIENCE = 10_000;

    @TempDir
    Path data;

    /** One that is being sent and one that waits for its turn: both were accepted before the signal. */
    @Test
    void afterASignalToEndEveryAcceptedRequestGetsItsWholeAnswer() throws Exception {
        Process server = started();
        try {
            int port = port(server);
            try (Socket slow = new Socket("127.0.0.1", port);
                    Socket waiting = new Socket("127.0.0.1", port)) {
                send(slow, head() + DOCUMENT.charAt(0));
                await(port, "throughline_assessments_running 1.0");
                send(waiting, head() + DOCUMENT);
                await(port, "throughline_assessments_waiting 1.0");

                server.toHandle().destroy(); // SIGTERM
                awaitClosedDoor(port);
                send(slow, DOCUMENT.substring(1));

                assertThat(answer(slow)).startsWith("HTTP/1.1 200").endsWith("}\n");
                assertThat(answer(waiting)).startsWith("HTTP/1.1 200").endsWith("}\n");
            }
            assertThat(server.waitFor()).isEqualTo(143);
        } finally {
            server.destroyForcibly();
        }
    }

    private Process started() throws IOException {
        ProcessBuilder server = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.throughline.Throughline",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        server.environment().put("THROUGHLINE_LIMIT_CONCURRENTASSESSMENTS", "1");
        server.environment().put("THROUGHLINE_LIMIT_WAITINGSECONDS", "600");
        server.environment().put("SERVER_TOMCAT_CONNECTIONTIMEOUT", "600s");
        server.environment().put("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "600s");
        return server.redirectErrorStream(true).start();
    }

    private static int port(Process server) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher told = ADDRESS.matcher(line);
            if (told.find()) {
                Thread rest = new Thread(() -> said.lines().forEach(more -> {}), "what the server says");
                rest.setDaemon(true);
                rest.start();
                return Integer.parseInt(told.group(1));
            }
        }
        throw new AssertionError("the server did not start:\n" + all);
    }

    private static String head() {
        return "POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + DOCUMENT.length() + "\r\nConnection: close\r\n\r\n";
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private static String answer(Socket client) throws IOException {
        try (InputStream in = client.getInputStream()) {
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return answer.endsWith("0\r\n\r\n") ? answer.substring(0, answer.length() - 7) : answer; // the last chunk
        }
    }

    private static void await(int port, String metric) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .build();
        for (int again = 0; again < PATIENCE; again++) {
            if (client.send(metrics, BodyHandlers.ofString()).body().contains(metric)) {
                return;
            }
        }
        throw new AssertionError("never seen: " + metric);
    }

    /** The signal has arrived once nobody new is let in. */
    private static void awaitClosedDoor(int port) throws IOException, InterruptedException {
        while (true) {
            try (Socket late = new Socket("127.0.0.1", port)) {
                Thread.sleep(20); // not to fill the queue of connections while it closes
            } catch (ConnectException closed) {
                return;
            }
        }
    }
}
