package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody asked to be told goes by what they may know now, not by what they might know then. */
class PausedWebhookTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOOKS = "/api/v1/webhooks";
    private static final String FACTS =
            "{\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"%s\", \"stage\": \"pilot\"}], \"decisions\": []}";

    @RegisterExtension
    static final RunningApp app =
            new RunningApp("--throughline.login.mode=required", "--throughline.webhooks.allow=127.0.0.1");

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private HttpServer other;
    private Accounts accounts;
    private String boss;
    private String lead;

    @BeforeEach
    void begin() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/told", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            told.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        });
        other.start();
        accounts = app.bean(Accounts.class);
        boss = token("w-boss", List.of("lead", "administrator"));
        send(boss, "POST", "/api/v1/portfolios", "{\"id\": \"w-sales\", \"name\": \"Sales\"}");
        lead = token("w-lead", List.of("lead:w-sales"));
    }

    @AfterEach
    void end() {
        other.stop(0);
    }

    private String token(String name, List<String> grants) {
        accounts.create(name, new Accounts.Wish(null, null, grants, true), "a test");
        return app.bean(Tokens.class)
                .create(new Tokens.Wish(name, List.of("read", "write"), 1, name), Reader.LOCAL)
                .secret();
    }

    private static JsonNode send(String token, String method, String path, String body) {
        String answer = app.send(HttpRequest.newBuilder(app.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)))
                .body();
        return answer.isEmpty() ? JSON.nullNode() : JSON.readTree(answer);
    }

    private JsonNode deliveryOf(String hook) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            JsonNode latest =
                    send(boss, "GET", hook + "/deliveries", "").path("items").path(0);
            if (latest.has("state") && !latest.path("state").asString().equals("waiting")) {
                return latest;
            }
        }
        throw new AssertionError("It still waits");
    }

    @Test
    void tellsNothingWhileWhoeverMadeItMayNotKnow() throws InterruptedException {
        String url = "http://127.0.0.1:" + other.getAddress().getPort() + "/told";
        JsonNode made = send(
                lead,
                "POST",
                HOOKS,
                "{\"url\": \"%s\", \"portfolio\": \"w-sales\", \"events\": [\"advice.new\"]}".formatted(url));
        String hook = HOOKS + "/" + made.path("id").asString();
        assertThat(made.path("paused").isNull()).isTrue();

        accounts.change("w-lead", new Accounts.Wish(null, null, List.of("viewer:w-sales"), null), null);
        send(boss, "POST", "/api/v1/portfolios/w-sales/snapshots?asOf=2026-06-30", FACTS.formatted("Triage"));
        JsonNode notTold = deliveryOf(hook);

        String why = "The account \"w-lead\" leads w-sales no more.";
        assertThat(notTold.path("state").asString()).isEqualTo("given_up");
        assertThat(notTold.path("said").asString()).isEqualTo(why);
        assertThat(notTold.path("attempts").asInt()).isZero();
        assertThat(send(boss, "GET", hook, "").path("paused").asString()).isEqualTo(why);
        assertThat(told).isEmpty();

        accounts.change("w-lead", new Accounts.Wish(null, null, List.of("lead:w-sales"), false), null);
        assertThat(send(boss, "GET", hook, "").path("paused").asString())
                .isEqualTo("The account \"w-lead\" is not active.");

        accounts.change("w-lead", new Accounts.Wish(null, null, null, true), null);
        send(boss, "POST", hook + "/deliveries/" + notTold.path("id").asString() + "/redeliver", "");
        assertThat(told.poll(60, TimeUnit.SECONDS)).isNotNull();
        assertThat(send(boss, "GET", hook, "").path("paused").isNull()).isTrue();
    }
}
