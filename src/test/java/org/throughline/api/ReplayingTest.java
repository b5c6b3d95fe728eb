package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

/** A request that is sent again is answered again, and done once. */
class ReplayingTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    private static final String BASE = "/api/v1/portfolios/replayed";
    private static final String REPLAYED = "Idempotency-Replayed";

    private static HttpResponse<String> created;

    @BeforeAll
    static void create() {
        created = post("/api/v1/portfolios", "{\"id\": \"replayed\", \"name\": \"Replayed\"}", "\"create\"");
    }

    private static HttpResponse<String> post(String path, String body, String key) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static long comments(String text) {
        return app.get(BASE + "/events?limit=500").body().split("\"comment\":\"" + text + "\"", -1).length - 1L;
    }

    private static String comment(String text) {
        return "{\"about\": \"replayed\", \"text\": \"" + text + "\"}";
    }

    @Test
    void isAnsweredAgainToTheLetter() {
        HttpResponse<String> again =
                post("/api/v1/portfolios", "{\"id\": \"replayed\", \"name\": \"Replayed\"}", "create");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Location")).contains(BASE);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(again.headers().firstValue(REPLAYED)).contains("true");
        assertThat(again.body()).isEqualTo(created.body());
    }

    @Test
    void isDoneOnceHoweverManySendItAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<HttpResponse<String>> answers = new ArrayList<>();
        Callable<HttpResponse<String>> send = () -> post(BASE + "/comments", comment("at once"), "at-once");
        for (Future<HttpResponse<String>> answer : clients.invokeAll(Collections.nCopies(16, send))) {
            answers.add(answer.get());
        }
        clients.shutdown();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(204, 409));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 204
                        && answer.headers().firstValue(REPLAYED).isEmpty())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).contains("1"));
        assertThat(comments("at once")).isEqualTo(1);
    }

    @Test
    void aKeyIsForOneRequest() {
        post(BASE + "/comments", comment("first"), "reused");

        HttpResponse<String> other = post(BASE + "/comments", comment("second"), "reused");
        HttpResponse<String> elsewhere = post(BASE + "/comments?x", comment("first"), "reused");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body())
                .contains(
                        "urn:throughline:problem:idempotency-key-reused",
                        "Found another address or body than with the first request of key reused, expected the same"
                                + " request, or a new key. Choose a new key for a new request.");
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(comments("second")).isZero();
    }

    @Test
    void aKeyThatIsNoneIsExplained() {
        HttpResponse<String> none = post(BASE + "/comments", comment("never"), "\"a b\"");

        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("Found \\\"a b\\\", expected 1 to 255 visible ASCII characters");
        assertThat(comments("never")).isZero();
    }

    @Test
    void whatWasRefusedIsRefusedAgain() {
        HttpResponse<String> first = post(BASE + "/snapshots", "{\"people\": []}", "refused");
        HttpResponse<String> again = post(BASE + "/snapshots", "{\"people\": []}", "refused");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void filesAreTheSameWhateverSetsThemApart() {
        HttpResponse<String> first = app.send(files("one"));
        HttpResponse<String> again = app.send(files("one"));
        HttpResponse<String> other = app.send(files("another"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.headers().firstValue(REPLAYED)).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private static HttpRequest.Builder files(String name) {
        return new Multipart()
                .file("files", "use_cases.csv", "id,name,stage", "uc-1," + name + ",pilot")
                .post(HttpRequest.newBuilder(app.uri(BASE + "/snapshots?asOf=2026-06-30"))
                        .header("Idempotency-Key", "files"));
    }

    @Test
    void adviceIsAnsweredAgainAsWell() {
        HttpResponse<String> first = post("/api/v1/advice?asOf=2026-06-30", Examples.PORTFOLIO, "advice");
        HttpResponse<String> again = post("/api/v1/advice?asOf=2026-06-30", Examples.PORTFOLIO, "advice");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue(REPLAYED)).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
    }
}
