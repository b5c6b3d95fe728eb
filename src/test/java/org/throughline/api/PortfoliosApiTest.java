package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

class PortfoliosApiTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    private static final String PORTFOLIOS = "/api/v1/portfolios";

    private static int count;

    private final String base = PORTFOLIOS + "/" + created();

    private static String created() {
        String id = "api-test-" + ++count;
        HttpResponse<String> created =
                send("POST", PORTFOLIOS, "{\"id\": \"%s\", \"name\": \"API test\"}".formatted(id), null);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(PORTFOLIOS + "/" + id);
        return id;
    }

    private static HttpResponse<String> send(String method, String path, String body, String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return app.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private HttpResponse<String> imported() {
        return send("POST", base + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO, null);
    }

    private String first() {
        String list = app.get(base + "/snapshots/1/recommendations").body();
        return list.replaceFirst("(?s).*?\"id\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void theSameFactsAreOneSnapshot() {
        HttpResponse<String> one = imported();
        HttpResponse<String> two = imported();

        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(one.headers().firstValue("Location")).contains(base + "/snapshots/1");
        assertThat(two.statusCode()).isEqualTo(200);
        assertThat(two.body()).contains("\"isNew\":false");
        assertThat(app.get(base + "/snapshots").body()).contains("\"number\":1").doesNotContain("\"number\":2");
    }

    @Test
    void anImportThatFailsLeavesNothingBehind() {
        HttpResponse<String> refused = send("POST", base + "/snapshots", "{\"people\": []}", null);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(app.get(base + "/snapshots").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void theSecondWriterGetsBothVersions() {
        imported();
        String address = base + "/recommendations/" + first();
        String accept = "{\"state\": \"accepted\", \"owner\": \"Ana\", \"due\": \"2026-09-30\"}";
        assertThat(app.get(address).headers().firstValue("ETag")).contains("\"0\"");

        HttpResponse<String> accepted = send("PUT", address, accept, "\"0\"");
        HttpResponse<String> late = send("PUT", address, "{\"state\": \"declined\", \"reason\": \"not-now\"}", "\"0\"");

        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(late.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(late.body())
                .contains("urn:throughline:problem:conflict", "Found version 1 by local user, expected version 0")
                .contains("\"current\":{", "\"state\":\"accepted\"", "\"wished\":{", "\"state\":\"declined\"");
    }

    @Test
    void aChangeSaysWhichVersionItIsFor() {
        imported();

        HttpResponse<String> blind = send("PUT", base + "/recommendations/" + first(), "{\"state\": \"done\"}", null);

        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(blind.body()).contains("Found no If-Match, expected the ETag that GET gave");
    }

    @Test
    void allThatIsMissingInAChangeIsSaidAtOnce() {
        imported();

        HttpResponse<String> lacking =
                send("PUT", base + "/recommendations/" + first(), "{\"state\": \"accepted\"}", "\"0\"");

        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body()).contains("owner", "due", "The day it is to be done by, such as 2026-09-30.");
    }

    @Test
    void whatIsDeclinedLeavesTheListAndNotTheScore() {
        imported();
        String figures = app.get(base + "/snapshots/1/figures").body();
        String id = first();

        send("PUT", base + "/recommendations/" + id, "{\"state\": \"declined\", \"reason\": \"not-now\"}", "\"0\"");

        assertThat(app.get(base + "/snapshots/1/recommendations").body()).doesNotContain("\"" + id + "\"");
        assertThat(app.get(base + "/snapshots/1/recommendations?hidden=true").body())
                .contains("\"" + id + "\"");
        assertThat(app.get(base + "/snapshots/1/figures").body())
                .isEqualTo(figures)
                .contains("\"health\":{\"figure\":");
    }

    @Test
    void isDeletedInTheVersionThatWasSeen() {
        String seen = app.get(base).headers().firstValue("ETag").orElseThrow();
        imported();
        String now = app.get(base).headers().firstValue("ETag").orElseThrow();

        assertThat(send("DELETE", base, "", null).statusCode()).isEqualTo(428);
        HttpResponse<String> outdated = send("DELETE", base, "", seen);
        assertThat(outdated.statusCode()).isEqualTo(412);
        assertThat(outdated.headers().firstValue("ETag")).contains(now);
        assertThat(send("DELETE", base, "", now).statusCode()).isEqualTo(204);
        assertThat(app.get(base).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", base, "", now).statusCode()).isEqualTo(404);
    }

    @Test
    void snapshotsAreListedInParts() {
        imported();
        send("POST", base + "/snapshots?asOf=2026-07-31", Examples.PORTFOLIO, null);

        String first = app.get(base + "/snapshots?limit=1").body();
        String second = app.get(base + "/snapshots?limit=1&after=1").body();

        assertThat(first).contains("\"asOf\":\"2026-06-30\"").endsWith("\"next\":\"1\"}");
        assertThat(second).contains("\"asOf\":\"2026-07-31\"").endsWith("\"next\":null}");
    }

    @Test
    void filesAreReadByAMappingThatIsSentAlong() {
        Multipart mapped = new Multipart()
                .file("files", "pilots.csv", "Nummer,Was,Stand", "7,Angebote,lebt")
                .file(
                        "mappingFile",
                        "ours.yaml",
                        "kind: use_cases",
                        "columns:",
                        "  id: Nummer",
                        "  name: Was",
                        "  stage: Stand",
                        "values:",
                        "  stage:",
                        "    lebt: in_use");

        HttpResponse<String> kept =
                app.send(mapped.post(HttpRequest.newBuilder(app.uri(base + "/snapshots?asOf=2026-06-30"))));

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(kept.body()).contains("\"use_cases\":1", "\"mapping\":null", "\"problems\":0");
    }

    @Test
    void namesWhatIsNotThere() {
        HttpResponse<String> none = app.get(PORTFOLIOS + "/nobody");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("portfolio nobody: there is none of that id");
    }

    @Test
    void allThatIsWrongWithTheFieldsOfADocumentIsSaidAtOnce() {
        imported();
        String document =
                "{\"state\": \"adopted\", \"due\": \"31.12.2026\", \"owner\": [\"Ana\"], \"commnet\": \"now\"}";

        HttpResponse<String> refused = send("PUT", base + "/recommendations/" + first(), document, "\"0\"");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"type\":\"urn:throughline:problem:unusable-input\"")
                .contains(wrong(
                        "state",
                        "One of open, accepted, in_progress, done, declined, snoozed.",
                        "Correct it, or leave it out.",
                        "\\\"adopted\\\""))
                .contains(wrong(
                        "due",
                        "A day of the calendar, such as 2026-09-30.",
                        "Correct it, or leave it out.",
                        "\\\"31.12.2026\\\""))
                .contains(wrong("owner", "A text.", "Correct it, or leave it out.", "[\\\"Ana\\\"]"))
                .contains(wrong(
                        "commnet",
                        "One of state, owner, due, reason, note, until, comment.",
                        "Correct its name, or leave it out.",
                        "A field that is not known here"));
    }

    private static String wrong(String field, String expected, String fix, String found) {
        return ("{\"severity\":\"error\",\"file\":\"%s\",\"row\":null,\"column\":null,\"value\":null,\"expected\":\"%s\","
                        + "\"fix\":\"%s\",\"found\":\"%s\",")
                .formatted(field, expected, fix, found);
    }

    @Test
    void aCommentIsAboutSomethingThatIsThere() {
        imported();
        String id = first();

        assertThat(comment(id).statusCode()).isEqualTo(204);
        assertThat(comment("snapshot 1").statusCode()).isEqualTo(204);
        assertThat(comment("snapshot 2").statusCode()).isEqualTo(404);
        HttpResponse<String> none = comment("owner/nothing");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body())
                .contains("recommendation owner/nothing: it was never recommended in portfolio")
                .contains("\"expected\":\"the id of a recommendation on one of its snapshots\"");
        assertThat(app.get(base + "/events").body()).doesNotContain("owner/nothing");
    }

    private HttpResponse<String> comment(String about) {
        return send("POST", base + "/comments", "{\"about\": \"%s\", \"text\": \"Soon\"}".formatted(about), null);
    }

    @Test
    void aTrialKeepsNothingAndSaysWhatWouldBeKept() {
        String trial = base + "/snapshots?asOf=2026-06-30&dryRun=true";
        HttpResponse<String> first = send("POST", trial, Examples.PORTFOLIO, null);
        assertThat(app.get(base + "/snapshots").body()).isEqualTo("{\"items\":[],\"next\":null}");
        HttpResponse<String> kept = imported();
        HttpResponse<String> second = send("POST", trial, Examples.PORTFOLIO, null);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .startsWith("{\"isNew\":true,\"sameAs\":null,\"asOf\":\"2026-06-30\",\"facts\":{")
                .contains("\"problems\":[{\"severity\":");
        assertThat(second.body()).startsWith("{\"isNew\":false,\"sameAs\":1,");
        String counts = first.body().replaceAll(".*(\"recommendations\":\\d+,\"findings\":\\d+).*", "$1");
        assertThat(kept.body()).contains(counts);
        assertThat(send("POST", trial.replace("true", "perhaps"), Examples.PORTFOLIO, null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersWithTheFieldsThatAreAskedFor() {
        imported();

        assertThat(app.get(base + "?fields=name").body()).isEqualTo("{\"name\":\"API test\"}");
        assertThat(app.get(base + "/snapshots?fields=number,asOf").body())
                .isEqualTo("{\"items\":[{\"number\":1,\"asOf\":\"2026-06-30\"}],\"next\":null}");
        assertThat(app.get(base + "/snapshots/1/advice?fields=asOf").body()).isEqualTo("{\"asOf\":\"2026-06-30\"}");
        HttpResponse<String> advice =
                send("POST", "/api/v1/advice?asOf=2026-06-30&fields=asOf", Examples.PORTFOLIO, null);
        assertThat(advice.body()).isEqualTo("{\"asOf\":\"2026-06-30\"}");
        assertThat(send("POST", "/api/v1/advice?fields=asof", "{\"nothing\": \"of use\"}", null)
                        .body())
                .contains("Found \\\"asof\\\", expected of asOf, rules, facts, recommendations, findings, notJudged,"
                        + " problems, state, valueStreams. Correct it, or leave fields out for all.");
        HttpResponse<String> refused = app.get(base + "/snapshots?fields=number,titel");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Found \\\"titel\\\", expected of portfolio, number, asOf, ");
    }

    @Test
    void refusesAPartOfNoSize() {
        for (int limit : new int[] {-1, 0, 501}) {
            HttpResponse<String> refused = app.get(PORTFOLIOS + "?limit=" + limit);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Found " + limit
                            + ", expected a whole number from 1 to 500. Correct it, or leave it out for 100.");
        }
        assertThat(app.get(PORTFOLIOS + "?limit=500").statusCode()).isEqualTo(200);
    }

    @Test
    void listsInParts() {
        HttpResponse<String> part = app.get(PORTFOLIOS + "?limit=1");

        assertThat(part.body()).containsPattern("\"next\":\"[a-z0-9-]+\"|\"next\":null");
    }
}
