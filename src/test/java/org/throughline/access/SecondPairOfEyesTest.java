package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where another has to publish what somebody wrote. */
class SecondPairOfEyesTest {

    private static final RulesFolders FILES = RulesFolders.temporary("A1-undecided-proof");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DRAFT = "/api/v1/rules/draft";
    private static final String HANDED = "/api/v1/rules/handed-over";

    @RegisterExtension
    static final RunningApp app = new RunningApp(
            "--throughline.login.mode=required",
            "--throughline.publishing.by-another=true",
            "--throughline.rules=" + FILES.rules(),
            "--throughline.scenarios=" + FILES.scenarios());

    private static String writer;
    private static String other;

    @BeforeAll
    static void twoPublishers() {
        writer = token("e-writer");
        other = token("e-other");
    }

    private static String token(String name) {
        app.bean(Accounts.class)
                .create(name, new Accounts.Wish(null, null, List.of("analyst", "publisher"), true), "a test");
        return app.bean(Tokens.class)
                .create(new Tokens.Wish(name, List.of("read", "rules"), 1, name), Reader.LOCAL)
                .secret();
    }

    private static HttpResponse<String> send(String token, String method, String path, String body, String... ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        for (String etag : ifMatch) {
            request.header("If-Match", etag);
        }
        return app.send(request);
    }

    private static void save(String steps) {
        String text = FILES.text("thresholds.csv").replaceFirst("team-changes,\\d+,", "team-changes," + steps + ",");
        HttpResponse<String> saved =
                send(writer, "PUT", DRAFT, JSON.writeValueAsString(Map.of("files", Map.of("thresholds.csv", text))));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private static JsonNode handOver(String note) {
        return JSON.readTree(send(writer, "POST", DRAFT + "/hand-over", "{\"note\": \"" + note + "\"}")
                .body());
    }

    private static String waiting() {
        JsonNode items = JSON.readTree(send(other, "GET", HANDED, "").body()).path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0).path("handed").path("by").asString()).isEqualTo("e-writer");
        return HANDED + "/" + items.path(0).path("key").asString();
    }

    @Test
    void anotherPublishesWhatSomebodyWrote() {
        save("9");

        HttpResponse<String> alone = send(writer, "POST", DRAFT + "/publish", "{\"note\": \"Mine.\"}");
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(alone.body())
                .contains("urn:throughline:problem:another-publishes")
                .contains("Found here another publishes what somebody wrote: setting throughline.publishing.by-another,"
                        + " expected a publisher who did not write it. Hand the draft over; another publisher looks at"
                        + " it, and publishes it or hands it back.");
        String etag = send(other, "GET", "/api/v1/rules/versions", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String files = "{\"note\": \"Past it.\", \"files\": {\"thresholds.csv\": \"x\"}}";
        assertThat(send(writer, "POST", "/api/v1/rules/versions", files, etag).statusCode())
                .isEqualTo(403);

        assertThat(send(writer, "POST", DRAFT + "/hand-over", "{}").body()).contains("Found there is no note");
        assertThat(handOver("Nine are usual.").path("handed").path("note").asString())
                .isEqualTo("Nine are usual.");
        String first = waiting();
        HttpResponse<String> shown = send(other, "GET", first, "");
        assertThat(shown.body()).contains("\"fate\":\"new\"", "team-changes,9,changes");
        assertThat(send(
                                writer,
                                "POST",
                                first + "/publish",
                                "{}",
                                shown.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(other, "POST", first + "/publish", "{}").statusCode()).isEqualTo(428);

        send(other, "POST", first + "/hand-back", "{\"note\": \"Why not eight?\"}");
        JsonNode returned = JSON.readTree(send(writer, "GET", DRAFT, "").body());
        assertThat(returned.path("handed").isNull()).isTrue();
        assertThat(returned.path("returned").path("by").asString()).isEqualTo("e-other");
        assertThat(returned.path("returned").path("note").asString()).isEqualTo("Why not eight?");
        assertThat(send(other, "GET", first, "").statusCode()).isEqualTo(404);

        save("8");
        handOver("Eight are usual.");
        String before = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(send(other, "POST", first + "/publish", "{}", before).statusCode())
                .as("what was seen before")
                .isEqualTo(412);
        String now =
                send(other, "GET", waiting(), "").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> published = send(other, "POST", waiting() + "/publish", "{}", now);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        JsonNode version = JSON.readTree(published.body());
        assertThat(version.path("by").asString()).isEqualTo("e-other");
        assertThat(version.path("note").asString()).isEqualTo("Eight are usual.");
        assertThat(send(other, "GET", HANDED, "").body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(JSON.readTree(send(writer, "GET", DRAFT, "").body())
                        .path("files")
                        .size())
                .isZero();
    }
}
