package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.Throughline;
import org.throughline.history.FactsArchive;
import org.throughline.history.SnapshotCard;
import org.throughline.testkit.TestPostgres;

/**
 * The application as it runs, in a process of its own, killed while clients import and change: what it acknowledged is there. Once on each
 * database, for it takes seconds to start; {@link KillTest} does the same many times to a server that starts at once.
 */
class ApplicationKillTest {

    private static final Pattern ADDRESS = Pattern.compile("is at http://[^ ]*:([0-9]+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final int ENOUGH = 12;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void onSqliteNothingIsLostThatWasAcknowledged() throws Exception {
        survive(StoreSettings.in(folder), Map.of());
    }

    @Test
    void onPostgresNothingIsLostThatWasAcknowledged() throws Exception {
        StoreSettings settings = TestPostgres.database();
        survive(
                settings,
                Map.of("THROUGHLINE_DATABASE_URL", "" + settings.url(), "THROUGHLINE_DATABASE_USER", "postgres"));
    }

    private void survive(StoreSettings settings, Map<String, String> environment) throws Exception {
        Process application = start(environment);
        Writers writers;
        try {
            int port = port(application);
            writers = new Writers(port, ApplicationKillTest::facts, recommendations(port));
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            writers.begin("application", enough);
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            application.destroyForcibly().waitFor();
        }
        writers.join();
        try (Store after = Store.open(settings)) {
            Survivors.everythingIsThere(after, writers.imports, writers.changes);
            for (SnapshotCard card : after.snapshots(Arrivals.PORTFOLIO)) {
                assertThat(FactsArchive.facts(after.facts(Arrivals.PORTFOLIO, card.number()))
                                .digest())
                        .isEqualTo(card.factsDigest());
            }
            assertThat(after.assessments(Arrivals.PORTFOLIO)).hasSameSizeAs(after.snapshots(Arrivals.PORTFOLIO));
        }
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Throughline.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        folder.toString()))
                .redirectErrorStream(true);
        process.environment().putAll(environment);
        return process.start();
    }

    private static int port(Process application) throws IOException {
        BufferedReader out = application.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("it did not start: " + said);
    }

    private List<String> recommendations(int port) throws IOException, InterruptedException {
        String base = "http://127.0.0.1:" + port + "/api/v1/portfolios";
        post(base, "{\"id\": \"" + Arrivals.PORTFOLIO + "\", \"name\": \"ACME\"}");
        post(base + "/" + Arrivals.PORTFOLIO + "/snapshots", facts("the first"));
        URI list = URI.create(base + "/" + Arrivals.PORTFOLIO + "/snapshots/1/recommendations");
        String body = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        Set<String> ids = new HashSet<>();
        for (Matcher id = ID.matcher(body); id.find(); ) {
            ids.add(id.group(1));
        }
        assertThat(ids).isNotEmpty();
        return List.copyOf(ids);
    }

    private void post(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    private static String facts(String name) {
        return "{\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"" + name
                + "\", \"stage\": \"in_use\", \"outcome_owner_id\": null, \"workflow_id\": null}]}";
    }
}
