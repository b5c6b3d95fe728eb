package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses are told what happens: a real server on the other side. */
class WebhooksApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOOKS = "/api/v1/webhooks";

    @RegisterExtension
    static final RunningApp app =
            new RunningApp("--throughline.webhooks.allow=127.0.0.1", "--throughline.webhooks.first-retry=50ms");

    private static int count;

    private final String portfolio = "hooked-" + ++count;
    private final String base = "/api/v1/portfolios/" + portfolio;

    private HttpServer other;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    /** What arrived. */
    private record Told(String id, String timestamp, String signature, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/told", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            Integer status = answers.poll();
            if (status != null && status == 302) {
                exchange.getResponseHeaders().add("Location", "/told");
            }
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
            exchange.close();
            told.add(new Told(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body));
        });
        other.start();
        send("POST", "/api/v1/portfolios", "{\"id\": \"%s\", \"name\": \"Hooked\"}".formatted(portfolio));
    }

    @AfterEach
    void close() {
        other.stop(0);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .method(method, BodyPublishers.ofString(body)));
    }

    private String address() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/told";
    }

    private JsonNode hooked(String events) {
        HttpResponse<String> made = send(
                "POST",
                HOOKS,
                "{\"url\": \"%s\", \"portfolio\": \"%s\", \"events\": %s}".formatted(address(), portfolio, events));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body());
    }

    private Told next() throws InterruptedException {
        Told next = told.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("a message within a minute").isNotNull();
        return next;
    }

    /** Of the latest, once it does not wait any more, or has been tried so often. */
    private JsonNode delivery(JsonNode hook, int attempts) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            JsonNode latest = JSON.readTree(
                            app.get(HOOKS + "/" + hook.path("id").asString() + "/deliveries")
                                    .body())
                    .path("items")
                    .path(0);
            if (latest.path("attempts").asInt() >= attempts
                    && !latest.path("state").asString().equals("waiting")) {
                return latest;
            }
        }
        throw new AssertionError("It still waits");
    }

    private static String signature(String secret, Told it) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(
                                (it.id() + "." + it.timestamp() + "." + it.body()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void newAdviceIsToldAndSigned() throws Exception {
        JsonNode hook = hooked("[\"advice.new\"]");

        send("POST", base + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        Told advice = next();

        assertThat(advice.signature()).isEqualTo(signature(hook.path("secret").asString(), advice));
        assertThat(advice.json().path("type").asString()).isEqualTo("advice.new");
        JsonNode data = advice.json().path("data");
        assertThat(data.path("portfolio").asString()).isEqualTo(portfolio);
        assertThat(data.path("snapshot").asInt()).isEqualTo(1);
        assertThat(data.path("asOf").asString()).isEqualTo("2026-06-30");
        JsonNode real = JSON.readTree(app.get(data.path("address").asString()).body());
        assertThat(data.path("recommendations").asInt())
                .isPositive()
                .isEqualTo(real.path("recommendations").size());
        assertThat(data.path("first").path(0).path("title").asString())
                .isEqualTo(real.path("recommendations").path(0).path("title").asString());
        assertThat(delivery(hook, 1).path("status").asInt()).isEqualTo(204);
    }

    @Test
    void theCommandOfTheReadmeTellsTheSignature(@TempDir Path folder) throws Exception {
        JsonNode hook = hooked("[\"advice.new\"]");
        send("POST", base + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        Told advice = next();
        Files.writeString(folder.resolve("body.json"), advice.body());
        String command = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("    ") && line.contains("openssl dgst"))
                .collect(Collectors.joining("\n"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        shell.environment().put("SECRET", hook.path("secret").asString());
        shell.environment().put("ID", advice.id());
        shell.environment().put("TIMESTAMP", advice.timestamp());
        assumeThat(new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor())
                .as("openssl is there")
                .isZero();

        Process process = shell.redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(advice.signature().replace("v1,", "") + "\n");
    }

    @Test
    void aChangeOfStateIsToldAndAChangeOfTheOwnerIsNot() throws Exception {
        JsonNode hook = hooked("[\"recommendation.changed\"]");
        send("POST", base + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        String id = JSON.readTree(app.get(base + "/snapshots/1/recommendations").body())
                .path("items")
                .path(0)
                .path("id")
                .asString();

        send(
                "PUT",
                base + "/recommendations/" + id,
                "{\"state\": \"accepted\", \"owner\": \"Ana\", \"due\": \"2026-09-30\"}");
        Told changed = next();
        app.send(HttpRequest.newBuilder(app.uri(base + "/recommendations/" + id))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString("{\"state\": \"accepted\", \"owner\": \"Bo\", \"due\": \"2026-09-30\"}")));

        assertThat(changed.json().path("data").path("recommendation").asString())
                .isEqualTo(id);
        assertThat(changed.json().path("data").path("was").asString()).isEqualTo("open");
        assertThat(changed.json().path("data").path("became").path("owner").asString())
                .isEqualTo("Ana");
        assertThat(delivery(hook, 0).path("state").asString()).isEqualTo("nothing");
        assertThat(told).isEmpty();
    }

    @Test
    void findingsThatAreResolvedAndReturnAreTold() throws Exception {
        hooked("[\"finding.resolved\", \"finding.returned\"]");
        String without = "{\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"Drafting\", \"stage\": \"in_use\","
                + " \"outcome_owner_id\": \"\", \"pilot_owner_id\": \"\", \"sponsor_id\": \"\"}]}";
        String with = without.replace("\"outcome_owner_id\": \"\"", "\"outcome_owner_id\": \"p-1\"")
                .replace("]}", "], \"people\": [{\"id\": \"p-1\", \"name\": \"Ana\"}]}");
        send("POST", base + "/snapshots?asOf=2026-04-30", without);
        send("POST", base + "/snapshots?asOf=2026-05-31", with);
        Told resolved = next();
        send("POST", base + "/snapshots?asOf=2026-06-30", without);
        Told returned = next();

        assertThat(resolved.json().path("type").asString()).isEqualTo("finding.resolved");
        assertThat(resolved.json().path("data").path("findings").toString()).contains("\"finding\":\"C1:uc-1\"");
        assertThat(returned.json().path("type").asString()).isEqualTo("finding.returned");
        assertThat(returned.json().path("data").path("before").asInt()).isEqualTo(2);
        assertThat(returned.json().path("data").path("findings").toString()).contains("\"finding\":\"C1:uc-1\"");
    }

    @Test
    void whatDoesNotArriveIsSentAgainTheSame() throws Exception {
        answers.addAll(java.util.List.of(500, 302));
        JsonNode hook = hooked("[\"advice.new\"]");

        send("POST", base + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        Told first = next();
        Told second = next();
        Told third = next();

        assertThat(second.id()).isEqualTo(first.id()).isEqualTo(third.id());
        assertThat(second.body()).isEqualTo(first.body()).isEqualTo(third.body());
        JsonNode delivery = delivery(hook, 3);
        assertThat(delivery.path("state").asString()).isEqualTo("delivered");
        assertThat(delivery.path("attempts").asInt()).isEqualTo(3);

        String log = HOOKS + "/" + hook.path("id").asString() + "/deliveries/";
        assertThat(send("POST", log + delivery.path("id").asLong() + "/redeliver", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(next().id()).isEqualTo(first.id());
        assertThat(send("POST", log + "999999999/redeliver", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsDeletedIsToldNothing() throws Exception {
        JsonNode hook = hooked("[\"advice.new\"]");
        JsonNode kept = hooked("[\"advice.new\"]");
        String one = HOOKS + "/" + hook.path("id").asString();

        assertThat(app.get(one).body()).contains("\"secret\":null");
        assertThat(send("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(app.get(one).statusCode()).isEqualTo(404);
        send("POST", base + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        next();

        delivery(kept, 1);
        assertThat(told).isEmpty();
        assertThat(app.get(HOOKS + "?limit=500").body())
                .contains(kept.path("id").asString())
                .doesNotContain(hook.path("id").asString());
    }

    @Test
    void saysAllThatIsWrongWithAWebhookAtOnce() {
        HttpResponse<String> refused =
                send("POST", HOOKS, "{\"url\": \"https://10.0.0.1/x\", \"events\": [\"advice.old\"]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"file\":\"url\"")
                .contains("\"expected\":\"An address of the public internet, or one that the setting"
                        + " throughline.webhooks.allow names.\"")
                .contains("\"file\":\"events\"")
                .contains(
                        "\"expected\":\"Of advice.new, finding.resolved, finding.returned, recommendation.changed.\"");
        assertThat(send("POST", HOOKS, "{\"url\": \"ftp://example.com\"}").body())
                .contains("\"expected\":\"An address that begins with https:// or http://.\"");
        assertThat(send("POST", HOOKS, "{\"url\": \"https://me:secret@example.com\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", HOOKS, "{\"url\": \"%s\", \"portfolio\": \"nobody\"}".formatted(address()))
                        .statusCode())
                .isEqualTo(404);
    }
}
