package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What if some facts were otherwise, asked by programs. */
class ScenariosApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BASE = "/api/v1/portfolios/scenarios-test";
    private static final String SNAPSHOT = BASE + "/snapshots/1";
    private static final String DECIDED =
            "{\"changes\": [{\"table\": \"decisions\", \"id\": \"use_case:uc-1\", \"column\": \"kind\", \"value\":"
                    + " \"standardise\"}]}";

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @BeforeAll
    static void followsAnOrganisation() {
        send("POST", "/api/v1/portfolios", "{\"id\": \"scenarios-test\", \"name\": \"Scenarios test\"}");
        send("POST", BASE + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    @Test
    void tellsWhatWouldBeAdvisedAndKeepsNothing() {
        String before = app.get(SNAPSHOT + "/advice").body();

        JsonNode effect =
                JSON.readTree(send("POST", SNAPSHOT + "/what-if", DECIDED).body());

        assertThat(effect.path("edits").path(0).asString()).isEqualTo("decisions/use_case:uc-1 kind: standardise");
        assertThat(effect.path("changes")).anySatisfy(change -> {
            assertThat(change.path("id").asString()).isEqualTo("A1:uc-1");
            assertThat(change.path("part").asString()).isEqualTo("finding");
            assertThat(change.path("change").asString()).isEqualTo("vanishes");
        });
        assertThat(app.get(SNAPSHOT + "/advice").body()).isEqualTo(before);
        assertThat(app.get(SNAPSHOT + "/scenarios").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void aScenarioIsKeptReplacedListedAndForgotten() {
        String address = SNAPSHOT + "/scenarios/we%20decide";
        send("PUT", address, DECIDED);
        HttpResponse<String> kept = send("PUT", address, DECIDED.replace("standardise", "stop"));

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        JsonNode card = JSON.readTree(kept.body());
        assertThat(card.path("name").asString()).isEqualTo("we decide");
        assertThat(card.path("keptBy").asString()).isEqualTo("local user");
        assertThat(card.path("changes"))
                .isEqualTo(JSON.readTree(DECIDED.replace("standardise", "stop")).path("changes"));
        JsonNode items = JSON.readTree(app.get(SNAPSHOT + "/scenarios").body()).path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0)).isEqualTo(card);
        assertThat(app.get(BASE + "/events").body()).contains("we decide");

        assertThat(send("DELETE", address, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", address, "").statusCode()).isEqualTo(404);
        assertThat(app.get(SNAPSHOT + "/scenarios").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void allThatCannotBeSupposedIsSaidAtOnceAndNothingIsKept() {
        String wrong = "{\"changes\": ["
                + "{\"table\": \"use_cases\", \"id\": \"uc-99\", \"column\": \"stage\", \"value\": \"in_use\"},"
                + "{\"table\": \"use_cases\", \"id\": \"uc-1\", \"column\": \"stages\", \"value\": \"in_use\"},"
                + "{\"table\": \"usecases\", \"id\": \"uc-1\", \"column\": \"stage\", \"value\": \"in_use\"},"
                + "{\"table\": \"use_cases\", \"id\": \"uc-1\", \"column\": \"stage\", \"value\": \"finished\"},"
                + "{\"table\": \"use_cases\", \"id\": \"uc-1\", \"column\": \"started_on\", \"value\": \"soon\"},"
                + "{}]}";

        HttpResponse<String> refused = send("POST", SNAPSHOT + "/what-if", wrong);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).path("problems").findValuesAsString("found"))
                .containsExactly(
                        "There is nothing of that id in the facts.",
                        "There is no such column.",
                        "There is no such file.",
                        "\"finished\" is none of the values of stage.",
                        "That is no day: 2026-06-30 is one.",
                        "There is no such file.");
        assertThat(send("PUT", SNAPSHOT + "/scenarios/wrong", wrong).statusCode())
                .isEqualTo(422);
        assertThat(app.get(SNAPSHOT + "/scenarios").body()).doesNotContain("wrong");
    }

    @Test
    void nothingIsNoSupposition() {
        assertThat(send("POST", SNAPSHOT + "/what-if", "{\"changes\": []}").body())
                .contains("Found nothing, expected what is supposed: table, id, column and value of each.");
        assertThat(send("POST", BASE + "/snapshots/99/what-if", DECIDED).statusCode())
                .isEqualTo(404);
    }
}
