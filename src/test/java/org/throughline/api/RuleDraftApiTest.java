package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An analyst's way from an edit to live rules, by programs. */
class RuleDraftApiTest {

    private static final RulesFolders FILES = RulesFolders.temporary("A1-undecided-proof");
    private static final String DRAFT = "/api/v1/rules/draft";
    private static final String TABLE = "thresholds.csv";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final RunningApp app =
            new RunningApp("--throughline.rules=" + FILES.rules(), "--throughline.scenarios=" + FILES.scenarios());

    @BeforeEach
    void begin() {
        assertThat(send("DELETE", DRAFT, "").statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> save(String file, String text) {
        return send("PUT", DRAFT, JSON.writeValueAsString(Map.of("files", Map.of(file, text))));
    }

    private static String edited(String from, String to) {
        String text = FILES.text(TABLE);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void aDraftIsSavedLookedAtAndDiscarded() {
        HttpResponse<String> saved = save(TABLE, edited("team-changes,5,", "team-changes,7,"));

        assertThat(saved.statusCode()).isEqualTo(200);
        JsonNode draft = JSON.readTree(app.get(DRAFT).body());
        assertThat(draft).isEqualTo(JSON.readTree(saved.body()));
        assertThat(draft.path("moved").asBoolean()).isFalse();
        assertThat(draft.path("files").propertyNames()).containsExactly(TABLE);
        assertThat(app.get(DRAFT + "/diff").body()).contains("\"fate\":\"new\"", "team-changes,7,changes");
        assertThat(JSON.readTree(send("PUT", DRAFT, "{\"files\": {}}").body())
                        .path("files")
                        .size())
                .isZero();
    }

    @Test
    void tellsWhatIsWrongWithIt() {
        save(
                "diagnostics/proof/A1-undecided-proof.drl",
                FILES.text("diagnostics/proof/A1-undecided-proof.drl").replaceFirst("Active\\(", "Aktive("));

        JsonNode check = JSON.readTree(send("POST", DRAFT + "/check", "").body());

        assertThat(check.path("errors").asInt()).isEqualTo(1);
        assertThat(check.path("problems").path(0).path("found").asString()).contains("Aktive");
        assertThat(check.path("problems").path(0).path("file").asString())
                .isEqualTo("diagnostics/proof/A1-undecided-proof.drl");
        HttpResponse<String> refused = send("POST", DRAFT + "/publish", "{\"note\": \"A try.\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("urn:throughline:problem:rules-refused", "Aktive");
        assertThat(send("POST", DRAFT + "/test", "").statusCode()).isEqualTo(422);
    }

    @Test
    void scenariosSayWhatTheyThinkOfIt() {
        save(TABLE, edited("undecided-proof-days,30,", "undecided-proof-days,31,"));
        JsonNode refuted = JSON.readTree(send("POST", DRAFT + "/test", "").body());
        save(TABLE, edited("team-changes,5,", "team-changes,7,"));
        JsonNode fine = JSON.readTree(send("POST", DRAFT + "/test", "").body());

        assertThat(refuted.path("passed").asBoolean()).isFalse();
        assertThat(refuted.path("scenarios").path(0).path("differences").path(0).asString())
                .contains("A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not");
        assertThat(fine.path("passed").asBoolean()).isTrue();
    }

    @Test
    void tellsWhatItWouldChange() {
        send("POST", "/api/v1/portfolios", "{\"id\": \"draft-test\", \"name\": \"Draft test\"}");
        assertThat(send("POST", DRAFT + "/effect?portfolio=draft-test", "").statusCode())
                .isEqualTo(404);
        send("POST", "/api/v1/portfolios/draft-test/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);

        save(TABLE, edited("undecided-proof-days,30,", "undecided-proof-days,300,"));
        HttpResponse<String> effect = send("POST", DRAFT + "/effect?portfolio=draft-test", "");

        JsonNode change = JSON.readTree(effect.body()).path("changes").path(0);
        assertThat(change.path("change").asString()).isEqualTo("vanishes");
        assertThat(change.path("id").asString()).isEqualTo("A1:uc-1");
        assertThat(change.path("because").path(0).asString())
                .isEqualTo("undecided-proof-days is 300 days instead of 30 days");
        assertThat(send("POST", DRAFT + "/effect?portfolio=nobody", "").body())
                .contains(
                        "Found there is none of that id that has a snapshot and that you may see, expected the id of a"
                                + " portfolio that you may see, into which facts were imported.");
    }

    @Test
    void tellsWhatItWouldChangeInAllThatOneMaySee() {
        for (String id : List.of("draft-all-1", "draft-all-2", "draft-all-3")) {
            send("POST", "/api/v1/portfolios", "{\"id\": \"" + id + "\", \"name\": \"Draft test\"}");
            if (!id.endsWith("3")) {
                send("POST", "/api/v1/portfolios/" + id + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
            }
        }
        save(TABLE, edited("undecided-proof-days,30,", "undecided-proof-days,300,"));

        String job = JobsApiTest.job(send("POST", DRAFT + "/effect", ""));
        send("DELETE", DRAFT, ""); // it is tried as it was
        JsonNode done = JobsApiTest.done(app, job);
        JsonNode tried = JSON.readTree(app.get(job + "/result").body()).path("portfolios");

        assertThat(done.path("kind").asString()).isEqualTo("effect");
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        assertThat(tried.findValuesAsString("portfolio"))
                .contains("draft-all-1", "draft-all-2")
                .doesNotContain("draft-all-3");
        for (JsonNode one : tried) {
            assertThat(one.path("snapshot").asInt()).isPositive();
            assertThat(one.path("changes").path(0).path("id").asString()).isEqualTo("A1:uc-1");
            assertThat(one.path("changes").path(0).path("change").asString()).isEqualTo("vanishes");
        }
    }

    @Test
    void whatCannotBeTriedIsSaidByTheJob() {
        send("POST", "/api/v1/portfolios", "{\"id\": \"draft-bad\", \"name\": \"Draft test\"}");
        send("POST", "/api/v1/portfolios/draft-bad/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        save(TABLE, edited("undecided-proof-days,30,", "undecided-proof-days,soon,"));

        String job = JobsApiTest.job(send("POST", DRAFT + "/effect", ""));

        assertThat(JobsApiTest.done(app, job).path("state").asString()).isEqualTo("failed");
        assertThat(app.get(job + "/result").statusCode()).isEqualTo(422);
        assertThat(app.get(job + "/result").body()).contains("thresholds.csv", "soon");
    }

    @Test
    void isPublishedWithANoteAndGone() {
        save(TABLE, edited("team-changes,5,", "team-changes,6,"));
        HttpResponse<String> noNote = send("POST", DRAFT + "/publish", "{}");
        HttpResponse<String> published = send("POST", DRAFT + "/publish", "{\"note\": \"More are usual.\"}");

        assertThat(noNote.statusCode()).isEqualTo(422);
        assertThat(noNote.body()).contains("Found there is no note");
        assertThat(published.statusCode()).isEqualTo(201);
        JsonNode version = JSON.readTree(published.body());
        assertThat(version.path("note").asString()).isEqualTo("More are usual.");
        assertThat(app.get(published.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("team-changes,6,changes");
        assertThat(JSON.readTree(app.get(DRAFT).body()).path("files").size()).isZero();
        int before = version.path("number").asInt() - 1;
        app.send(HttpRequest.newBuilder(app.uri("/api/v1/rules/versions"))
                .header("Content-Type", "application/json")
                .header("If-Match", published.headers().firstValue("ETag").orElseThrow())
                .POST(BodyPublishers.ofString("{\"note\": \"Back.\", \"version\": " + before + "}")));
    }

    @Test
    void refusesAllThatCannotBeAFileAtOnce() {
        HttpResponse<String> refused =
                send("PUT", DRAFT, "{\"files\": {\"../a.drl\": \"\", \"b.exe\": \"\", \"c.csv\": \"d\"}}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"file\":\"../a.drl\"")
                .contains("\"file\":\"b.exe\"")
                .doesNotContain("\"file\":\"c.csv\"");
        assertThat(JSON.readTree(app.get(DRAFT).body()).path("files").size()).isZero();
    }
}
