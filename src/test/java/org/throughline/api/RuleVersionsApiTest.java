package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules published over HTTP. Each test says what it publishes and leaves a number that is its own. */
class RuleVersionsApiTest {

    private static final RulesFolders FILES = RulesFolders.temporary("A1-undecided-proof");
    private static final String VERSIONS = "/api/v1/rules/versions";
    private static final String TABLE = "thresholds.csv";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final RunningApp app =
            new RunningApp("--throughline.rules=" + FILES.rules(), "--throughline.scenarios=" + FILES.scenarios());

    @Test
    void publishesBringsBackAndCompares() {
        JsonNode before = JSON.readTree(app.get(VERSIONS).body()).path("items").path(0);

        HttpResponse<String> published =
                publish(etag(), edit("team-changes,5,", "team-changes,8,", "More are usual here."));
        assertThat(published.statusCode()).isEqualTo(201);
        JsonNode version = JSON.readTree(published.body());
        assertThat(version.path("number").asInt())
                .isEqualTo(before.path("number").asInt() + 1);
        assertThat(version.path("by").asString()).isEqualTo("local user");
        assertThat(version.path("note").asString()).isEqualTo("More are usual here.");
        assertThat(version.path("files").toString()).isEqualTo("[\"thresholds.csv\"]");
        assertThat(published.headers().firstValue("ETag")).hasValue(etag());
        assertThat(published.headers().firstValue("Location")).hasValue(VERSIONS + "/" + version.path("number"));
        assertThat(app.get("/api/v1/rules/status").body())
                .contains(version.path("digest").asString());

        String compared = app.get(VERSIONS + "/compare?from=" + before.path("number") + "&to=" + version.path("number"))
                .body();
        assertThat(compared).contains("\"fate\":\"new\"", "team-changes,8,changes", "\"fate\":\"gap\"");

        HttpResponse<String> back =
                publish(etag(), "{\"note\": \"It was better.\", \"version\": " + before.path("number") + "}");
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(back.body()).path("digest")).isEqualTo(before.path("digest"));
        assertThat(app.get(VERSIONS + "/" + version.path("number")).body()).contains("team-changes,8,changes");
    }

    @Test
    void refusesWhatAScenarioRefutesWithWhatDiffers() {
        HttpResponse<String> refused =
                publish(etag(), edit("undecided-proof-days,30,", "undecided-proof-days,31,", "Let us see."));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "urn:throughline:problem:rules-refused",
                        "scenarios failed: 1 of 1",
                        "A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not");
    }

    @Test
    void tellsTheSecondWhatTheFirstDid() {
        String seen = etag();
        String mine = edit("team-changes,5,", "team-changes,9,", "Nine.");
        JsonNode theirs = JSON.readTree(publish(seen, edit("team-change-steps,4,", "team-change-steps,6,", "Six."))
                .body());

        HttpResponse<String> conflict = publish(seen, mine);

        assertThat(conflict.statusCode()).isEqualTo(412);
        JsonNode problem = JSON.readTree(conflict.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:throughline:problem:conflict");
        assertThat(problem.path("live")).isEqualTo(theirs);
        assertThat(problem.path("theirs").toString()).contains("team-change-steps,6,steps");
        int first = theirs.path("number").asInt() - 1;
        assertThat(publish(etag(), "{\"note\": \"Back.\", \"version\": " + first + "}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(publish(null, "{}").statusCode()).isEqualTo(428);
        assertThat(publish(etag(), edit("team-changes,5,", "team-changes,9,", " "))
                        .body())
                .contains("there is no note");
        assertThat(publish(etag(), "{\"note\": \"Nothing.\"}").body()).contains("nothing differs from the live rules");
        assertThat(publish(etag(), "{\"note\": \"Out.\", \"files\": {\"../a.drl\": \"\"}}")
                        .body())
                .contains("cannot be a file of the rules folder");
        assertThat(app.get(VERSIONS + "/999999").statusCode()).isEqualTo(404);
        assertThat(app.get(VERSIONS + "?limit=1").body()).contains("\"items\":[{");
    }

    private static String etag() {
        return app.get(VERSIONS).headers().firstValue("ETag").orElseThrow();
    }

    private static String edit(String from, String to, String note) {
        String text = FILES.text(TABLE);
        assertThat(text).contains(from);
        return JSON.writeValueAsString(
                java.util.Map.of("note", note, "files", java.util.Map.of(TABLE, text.replace(from, to))));
    }

    private static HttpResponse<String> publish(String ifMatch, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(VERSIONS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return app.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
