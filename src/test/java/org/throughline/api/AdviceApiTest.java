package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.app.Advisor;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

class AdviceApiTest {

    private static final String ADVICE = "/api/v1/advice?asOf=2026-06-30";
    private static final Path FACTS = Path.of("scenarios/sales-outreach/facts");

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void answersFilesAsTheCommandLineDoes() throws IOException {
        Multipart files = new Multipart();
        for (Path file : facts()) {
            files.file("files", file.getFileName().toString(), Files.readAllBytes(file));
        }

        HttpResponse<String> answer = app.send(files.post(HttpRequest.newBuilder(app.uri(ADVICE))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo(fromTheFolder());
    }

    @Test
    void readsAZip() throws IOException {
        HttpResponse<String> answer = app.send(
                new Multipart().file("files", "facts.zip", zip()).post(HttpRequest.newBuilder(app.uri(ADVICE))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"use_cases\": 12,");
    }

    @Test
    void readsAPortfolio() {
        HttpResponse<String> answer =
                json(ADVICE, "{\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"Café bot\", \"stage\": \"pilot\"}]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\n  \"asOf\": \"2026-06-30\",\n").contains("\"use_cases\": 1");
    }

    @Test
    void takesTodayWhereNoDayIsGiven() {
        HttpResponse<String> answer = json("/api/v1/advice", Examples.PORTFOLIO);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhereADocumentStopsBeingJson() {
        HttpResponse<String> answer = json(ADVICE, "{\"use_cases\": [\n  {\"id\": \"uc-1\", \"name\": }\n]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(
                answer,
                "{\"detail\":\"Line 2, column 26: Unexpected character ('}' (code 125)): expected a value\","
                        + "\"instance\":\"/api/v1/advice\",\"status\":400,\"title\":\"The document is not JSON\","
                        + "\"type\":\"urn:throughline:problem:malformed-json\",\"line\":2,\"column\":26}");
    }

    @Test
    void refusesADocumentNestedWithoutEnd() {
        HttpResponse<String> answer = json(ADVICE, "[".repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"urn:throughline:problem:malformed-json\"", "\"line\":1");
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        HttpResponse<String> answer = json("/api/v1/advice?asOf=2026-02-30", Examples.PORTFOLIO);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(
                answer,
                "{\"detail\":\"asOf: found \\\"2026-02-30\\\", expected a day of the calendar as 2026-06-30\","
                        + "\"instance\":\"/api/v1/advice\",\"status\":400,\"title\":\"asOf is not a day\","
                        + "\"type\":\"urn:throughline:problem:no-day\"}");
    }

    @Test
    void listsTheProblemsOfAnInputThatNothingCanBeMadeOf() {
        HttpResponse<String> answer = app.send(new Multipart()
                .file("files", "fruit.csv", "colour,taste", "red,sweet")
                .post(HttpRequest.newBuilder(app.uri(ADVICE))));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"type\":\"urn:throughline:problem:unusable-input\"")
                .contains("\"title\":\"Nothing in the input could be used\"")
                .contains("\"problems\":[{\"severity\":\"error\",\"file\":null,\"row\":null,\"column\":null,")
                .contains("\"file\":\"fruit.csv\"");
    }

    @Test
    void refusesAnotherMediaType() {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri(ADVICE))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("id,name,stage")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertProblem(
                answer,
                "{\"detail\":\"Content-Type 'text/csv' is not supported.\",\"instance\":\"/api/v1/advice\","
                        + "\"status\":415,\"title\":\"Unsupported Media Type\","
                        + "\"type\":\"urn:throughline:problem:unsupported-media-type\"}");
    }

    @Test
    void missesFilesUnderAnotherName() {
        HttpResponse<String> answer = app.send(new Multipart()
                .file("file", "use_cases.csv", "id,name,stage", "uc-1,Drafting,pilot")
                .post(HttpRequest.newBuilder(app.uri(ADVICE))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"Required part 'files' is not present.\"");
    }

    @Test
    void explainsBrokenParts() {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri(ADVICE))
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("no boundary")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"urn:throughline:problem:bad-multipart\"");
    }

    @Test
    void answersAnUnknownPathWithAProblemDocument() {
        HttpResponse<String> answer = app.get("/api/v1/advise");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:throughline:problem:not-found\"");
    }

    @Test
    void answersAnotherMethodWithAProblemDocument() {
        HttpResponse<String> answer = app.get(ADVICE);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("\"type\":\"urn:throughline:problem:method-not-allowed\"");
    }

    @Test
    void answersWhatNoControllerHandlesWithAProblemDocument() {
        HttpResponse<String> answer = app.get("/error");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void describesWhatItTakesAndGives() {
        assertThat(app.get("/v3/api-docs").body())
                .contains("\"/api/v1/advice\"", "\"Portfolio\"", "\"outcome_owner_id\"", "\"ProblemDocument\"")
                .contains("\"application/json\"", "\"multipart/form-data\"", "Outreach drafting");
    }

    private HttpResponse<String> json(String path, String document) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(document)));
    }

    private static void assertProblem(HttpResponse<String> answer, String document) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo(document);
    }

    private static String fromTheFolder() {
        Request request = Request.asOf(LocalDate.of(2026, 6, 30));
        return AdviceJson.text(new Advisor(Rules.read(null, null))
                .advise(Input.of(List.of(FACTS)), request)
                .advice());
    }

    private static List<Path> facts() throws IOException {
        try (Stream<Path> files = Files.list(FACTS)) {
            return files.sorted().toList();
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Path file : facts()) {
                zip.putNextEntry(new ZipEntry("facts/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }
}
