package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.findings.Severity;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lists can be asked for, and that nothing that was asked for is passed over in silence. */
class ListsTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    private static final String PORTFOLIOS = "/api/v1/portfolios";
    private static final String BASE = PORTFOLIOS + "/lists-test";
    private static final String OUTREACH = PORTFOLIOS + "/lists-outreach";
    private static final String FINDINGS = OUTREACH + "/snapshots/1/findings";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RECOMMENDATIONS = BASE + "/snapshots/1/recommendations";

    @BeforeAll
    static void followsTwoOrganisations() throws IOException {
        send(PORTFOLIOS, "{\"id\": \"lists-outreach\", \"name\": \"Sales outreach\"}");
        Multipart files = new Multipart();
        try (Stream<Path> tables = Files.list(Path.of("scenarios/sales-outreach/facts"))) {
            for (Path table : tables.sorted().toList()) {
                files.file("files", table.getFileName().toString(), Files.readString(table));
            }
        }
        app.send(files.post(HttpRequest.newBuilder(app.uri(OUTREACH + "/snapshots?asOf=2026-06-30"))));
        send(PORTFOLIOS, "{\"id\": \"lists-test\", \"name\": \"Étude of lists\"}");
        send(BASE + "/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);
        send(BASE + "/snapshots?asOf=2026-03-31", Examples.PORTFOLIO.replace("uc-1", "uc-2"));
    }

    private static HttpResponse<String> send(String path, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> all(String field, String path) {
        String body = app.get(path).body();
        return Pattern.compile("\"" + field + "\":\"?([^\",}]*)")
                .matcher(body)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/portfolios?limt=5 | limt | Found a parameter that is not read here, expected of after,"
                        + " fields, limit, name. Did you mean limit? Correct it, or leave it out.",
                "/api/v1/portfolios/lists-test/snapshots/1/recommendations?owner=x | owner | Found a parameter that is"
                        + " not read here, expected of after, decider, diagnostic, fields, hidden, kind, limit, sort,"
                        + " state, subject, tier. Leave it out.",
                "/api/v1/portfolios?limit=5&limit=6 | limit | Found it 2 times, expected it once at most. Leave out"
                        + " all but one.",
                "/api/v1/portfolios/lists-test/export?as=zip | as | Found a parameter that is not read here, expected"
                        + " no parameters. Leave it out."
            })
    void refusesAParameterThatNothingReads(String path, String place, String message) {
        HttpResponse<String> refused = app.get(path);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("\"file\":\"" + place + "\"").contains(message);
    }

    @Test
    void namesAllParametersThatNothingReadsAtOnce() {
        assertThat(app.get(PORTFOLIOS + "?limt=5&aftr=x&limit=3").body())
                .contains("Did you mean limit?")
                .contains("Did you mean after?");
    }

    @Test
    void refusesAPartThatNothingReads() {
        HttpResponse<String> refused = app.send(new Multipart()
                .file("files", "use_cases.csv", "id,name\nuc-1,Triage\n")
                .file("mapings", "mapping.yaml", "name: x")
                .post(HttpRequest.newBuilder(app.uri("/api/v1/advice?asOf=2026-06-30"))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"mapings\"").contains("a parameter that is not read here");
    }

    @Test
    void readsTheParametersThatThereAre() {
        HttpResponse<String> answer = app.send(new Multipart()
                .file("files", "use_cases.csv", "id,name\nuc-1,Triage\n")
                .file("files", "teams.csv", "id,name\nt-1,Claims\n")
                .post(HttpRequest.newBuilder(app.uri("/api/v1/advice?asOf=2026-06-30"))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "title", "kind"})
    void sortsBothWays(String field) {
        List<String> up = all(field, RECOMMENDATIONS + "?sort=" + field);
        List<String> down = all(field, RECOMMENDATIONS + "?sort=-" + field);

        Comparator<String> order =
                field.equals("rank") ? Comparator.comparing(Integer::valueOf) : Comparator.naturalOrder();
        assertThat(up).hasSizeGreaterThan(2).isSortedAccordingTo(order);
        assertThat(down).hasSameSizeAs(up).isSortedAccordingTo(order.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "-rank", "title", "-title", "kind", "-kind"})
    void partsOfASortedListAreTheList(String sort) {
        List<String> parts = new ArrayList<>();
        String after = "0";
        while (!after.equals("null")) {
            String part = RECOMMENDATIONS + "?limit=1&sort=" + sort + "&after=" + after;
            parts.addAll(all("rank", part));
            after = all("next", part).get(0);
        }

        assertThat(parts).isEqualTo(all("rank", RECOMMENDATIONS + "?sort=" + sort));
    }

    @Test
    void findingsAreThoseOfTheAdvice() {
        JsonNode advice =
                JSON.readTree(app.get(OUTREACH + "/snapshots/1/advice").body());
        JsonNode findings = JSON.readTree(app.get(FINDINGS).body());

        assertThat(findings.path("items")).isEqualTo(advice.path("findings"));
        assertThat(findings.path("items").size()).isGreaterThan(2);
        assertThat(findings.path("next").isNull()).isTrue();
    }

    @Test
    void findingsAreChosenAndSorted() {
        assertThat(all("diagnostic", FINDINGS + "?diagnostic=A1")).isNotEmpty().containsOnly("A1");
        assertThat(all("id", FINDINGS + "?subject=uc-01&subjectType=use_case&fields=id"))
                .isNotEmpty()
                .allMatch(id -> id.endsWith(":uc-01"));
        assertThat(all("id", FINDINGS + "?subject=nothing&fields=id")).isEmpty();
        List<String> worst = all("severity", FINDINGS + "?sort=severity&fields=severity");
        assertThat(worst).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.comparing(Severity::of));
        assertThat(all("severity", FINDINGS + "?severity=" + worst.get(0) + "&fields=severity"))
                .isNotEmpty()
                .containsOnly(worst.get(0));
    }

    @Test
    void partsOfFindingsAreAll() {
        List<String> parts = new ArrayList<>();
        String after = "";
        while (!after.equals("null")) {
            String part = FINDINGS + "?limit=7&sort=-severity&fields=id&after=" + encoded(after);
            parts.addAll(all("id", part));
            after = all("next", part).get(0);
        }

        assertThat(parts).isEqualTo(all("id", FINDINGS + "?sort=-severity&fields=id"));
    }

    @ParameterizedTest
    @CsvSource({
        "diagnostic=Z9, \"Z9\"",
        "severity=bad, \"bad\"",
        "subjectType=thing, \"thing\"",
        "sort=size, \"size\"",
        "after=Z9:nobody, \"Z9:nobody\""
    })
    void findingsThatCannotBeMeantAreRefused(String query, String found) {
        HttpResponse<String> refused = app.get(FINDINGS + "?" + query);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).path("detail").asString()).startsWith("Found " + found + ", expected");
    }

    @Test
    void recommendationsAreChosenByWhatTheyAreAboutAndWhoDecides() {
        JsonNode first = JSON.readTree(app.get(BASE + "/snapshots/1/advice").body())
                .path("recommendations")
                .path(0);
        String decider = first.path("decider").asString();
        String subject = first.path("subject").path("id").asString();

        assertThat(all("rank", RECOMMENDATIONS + "?decider=" + encoded(decider)))
                .contains("1");
        assertThat(all("rank", RECOMMENDATIONS + "?subject=" + encoded(subject)))
                .contains("1");
        assertThat(all("rank", RECOMMENDATIONS + "?subject=nothing")).isEmpty();
        assertThat(all("rank", RECOMMENDATIONS + "?decider=nobody")).isEmpty();
        assertThat(app.get(RECOMMENDATIONS + "?diagnostic=Z9").statusCode()).isEqualTo(422);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {RECOMMENDATIONS, FINDINGS, BASE + "/snapshots", BASE + "/links"})
    void refusesAnAfterThatIsInNoList(String list) {
        HttpResponse<String> refused = app.get(list + "?after=777777");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Found \\\"777777\\\", expected the \\\"next\\\" of the part before. Leave it out for the"
                        + " first part.");
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        String kind = all("kind", RECOMMENDATIONS).get(0);
        String tier = all("tier", RECOMMENDATIONS).get(0);

        assertThat(all("kind", RECOMMENDATIONS + "?kind=" + kind)).isNotEmpty().containsOnly(kind);
        assertThat(all("tier", RECOMMENDATIONS + "?tier=" + tier)).isNotEmpty().containsOnly(tier);
        assertThat(all("rank", RECOMMENDATIONS + "?kind=" + kind + "&state=done"))
                .isEmpty();
        assertThat(all("rank", RECOMMENDATIONS + "?diagnostic=A1"))
                .isNotEmpty()
                .hasSizeLessThan(all("rank", RECOMMENDATIONS).size());
        assertThat(all("rank", RECOMMENDATIONS + "?diagnostic=A")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=owner | Found \\\"owner\\\", expected of kind, rank, title. Correct it, or leave sort out.",
                "tier=p1 | Found \\\"p1\\\", expected of P1, P2, P3, P4. Correct it, or leave tier out.",
                "state=ready | Found \\\"ready\\\", expected of open, accepted, in_progress, done, declined, snoozed."
                        + " Correct it, or leave state out."
            })
    void refusesAWordThatIsNone(String query, String message) {
        HttpResponse<String> refused = app.get(RECOMMENDATIONS + "?" + query);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(message);
    }

    @Test
    void snapshotsOfSomeDays() {
        String snapshots = BASE + "/snapshots";

        assertThat(all("asOf", snapshots)).containsExactly("2026-03-31", "2026-06-30");
        assertThat(all("asOf", snapshots + "?sort=-asOf")).containsExactly("2026-06-30", "2026-03-31");
        assertThat(all("number", snapshots + "?sort=number")).containsExactly("1", "2");
        assertThat(all("asOf", snapshots + "?from=2026-03-31")).hasSize(2);
        assertThat(all("asOf", snapshots + "?from=2026-04-01")).containsExactly("2026-06-30");
        assertThat(all("asOf", snapshots + "?to=2026-06-30")).hasSize(2);
        assertThat(all("asOf", snapshots + "?to=2026-06-29")).containsExactly("2026-03-31");
        HttpResponse<String> refused = app.get(snapshots + "?from=June");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Found from=June, expected a day of the calendar, such as from=2026-06-30. Write the day so,"
                        + " or leave from out.");
        assertThat(app.get(snapshots + "?to=%2B999999999-12-31").statusCode()).isEqualTo(400);
    }

    @Test
    void findsAPortfolioByAPartOfItsName() {
        assertThat(all("id", PORTFOLIOS + "?name=%C3%A9TUDE")).containsExactly("lists-test");
        assertThat(all("id", PORTFOLIOS + "?name=lists-t")).containsExactly("lists-test");
        assertThat(all("id", PORTFOLIOS + "?name=nobody-is-called-so")).isEmpty();
    }

    @Test
    void tellsTheAuditLogOfSomeDaysAndOutcomes() {
        String audit = "/api/v1/audit";

        assertThat(all("outcome", audit + "?outcome=done")).isNotEmpty().containsOnly("done");
        assertThat(all("at", audit + "?to=2020-01-01")).isEmpty();
        assertThat(all("at", audit + "?from=2020-01-01")).isNotEmpty();
        assertThat(app.get(audit + "?to=%2B999999999-12-31").statusCode()).isEqualTo(400);
        assertThat(all("actor", audit + "?actor=nobody-is-called-so")).isEmpty();
        assertThat(app.get(audit + "?outcome=ok").body())
                .contains("Found \\\"ok\\\", expected of done, refused. Correct it, or leave outcome out.");
    }
}
