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
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;
import org.throughline.testkit.SharedRules;

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

    private static String fromTheFolder() {
        Request request = Request.asOf(LocalDate.of(2026, 6, 30));
        return AdviceJson.text(new Advisor(SharedRules.get())
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
