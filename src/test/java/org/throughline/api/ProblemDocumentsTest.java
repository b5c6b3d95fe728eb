package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

/** Whatever is wrong with a request is answered with what was found, what was expected and how to mend it. */
class ProblemDocumentsTest {

    private static final String ADVICE = "/api/v1/advice?asOf=2026-06-30";

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'use_cases': [{'id': 'uc-1', 'name': }]} | 39 | } | a value: a text in double quotes, a number,"
                        + " true, false, null, an object or a list",
                "{'use_cases': [{'id': 'uc-1' 'name': 1}]} | 30 | ' | a comma, or the sign that closes the object or"
                        + " list",
                "{'use_cases': [{id: 'uc-1'}]} | 17 | i | a name in double quotes",
                "{'use_cases' [] } | 14 | [ | a colon after the name",
                "{'use_cases': [} | 16 | } | the sign that closes what was opened last",
                "{'use_cases': nothing} | 15 | nothing | a value: a text in double quotes, a number, true, false,"
                        + " null, an object or a list",
                "{'use_cases': [], 'use_cases': []} | 30 | the name 'use_cases' a second time in one object | each"
                        + " name once in an object",
                "{'use_cases': [{'id': 'uc | 26 | the end of the document | a closing sign for every {, [ and ' before"
                        + " it",
                "`` | 1 | an empty document | a portfolio as a JSON object"
            })
    void saysWhereADocumentStopsBeingJson(String document, int column, String found, String expected) {
        HttpResponse<String> answer = json(ADVICE, document.replace('\'', '"'));

        assertProblem(
                answer,
                400,
                "malformed-json",
                "The document cannot be read as JSON",
                found.replace('\'', '"'),
                expected.replace('\'', '"'),
                "Mend line 1, column " + column + " of the document.",
                ",\"line\":1,\"column\":" + column);
    }

    @Test
    void refusesADocumentNestedWithoutEnd() {
        assertProblem(
                json(ADVICE, "[".repeat(100_000)),
                400,
                "malformed-json",
                "The document cannot be read as JSON",
                "more than 32 objects and lists, each inside the one before",
                "at most 32; a portfolio needs 4",
                "Mend line 1, column 34 of the document.",
                ",\"line\":1,\"column\":34");
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        assertProblem(
                json("/api/v1/advice?asOf=2026-02-30", Examples.PORTFOLIO),
                400,
                "no-day",
                "asOf is not a day",
                "asOf=2026-02-30",
                "a day of the calendar, such as asOf=2026-06-30",
                "Write the day so, or leave asOf out for today.",
                "");
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
                .contains("\"problems\":[{\"severity\":\"error\",\"file\":\"fruit.csv\",\"row\":null,\"column\":null,")
                .contains("{\"severity\":\"error\",\"file\":null,\"row\":null,\"column\":null,");
    }

    @Test
    void refusesAnotherMediaType() {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri(ADVICE))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("id,name,stage")));

        assertProblem(
                answer,
                415,
                "unsupported-media-type",
                "The body is of a type that is not read here",
                "Content-Type: text/csv",
                "application/json or multipart/form-data",
                "Send a portfolio as JSON, or files as parts named \"files\".",
                "");
    }

    @Test
    void answersInJsonOnly() {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri(ADVICE))
                .header("Content-Type", "application/json")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString(Examples.PORTFOLIO)));

        assertProblem(
                answer,
                406,
                "not-acceptable",
                "The answer is of another type than asked for",
                "Accept: text/csv",
                "application/json",
                "Ask for that type, or leave the header out.",
                "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare?from=1             | to=nothing     | to as a whole number",
                "compare?from=one&to=2      | from=one       | from as a whole number",
                "snapshots/last             | number=last    | number as a whole number",
                "snapshots/1/files/a.csv    | place=a.csv    | place as a whole number",
                "snapshots/1/recommendations?hidden=perhaps | hidden=perhaps | hidden as true or false"
            })
    void namesThePartOfTheAddressThatIsWrong(String address, String found, String expected) {
        HttpResponse<String> answer = app.get("/api/v1/portfolios/any/" + address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"type\":\"urn:throughline:problem:bad-parameter\"")
                .contains("\"found\":\"" + found + "\",\"expected\":\"" + expected + "\"")
                .contains("\"fix\":\"Correct it in the address; /v3/api-docs describes each of its parts.\"");
    }

    @Test
    void anArchiveIsSentAsItIs() {
        HttpResponse<String> answer = app.send(new Multipart()
                .file("files", "sales.zip", "PK")
                .post(HttpRequest.newBuilder(app.uri("/api/v1/portfolios/restore"))));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .contains("\"expected\":\"application/zip\",\"fix\":\"Send the body as it is, with that header.\"");
    }

    @Test
    void missesFilesUnderAnotherName() {
        HttpResponse<String> answer = app.send(new Multipart()
                .file("file", "use_cases.csv", "id,name,stage", "uc-1,Drafting,pilot")
                .post(HttpRequest.newBuilder(app.uri(ADVICE))));

        assertProblem(
                answer,
                400,
                "missing-part",
                "No file was sent",
                "parts named \"file\"",
                "at least one file in a part named \"files\"",
                "Name the parts so: curl -F files=@use_cases.csv",
                "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data | Content-Type: multipart/form-data without a boundary",
                "multipart/form-data;boundary=b | parts that break off, or that the boundary does not set apart"
            })
    void explainsBrokenParts(String contentType, String found) {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri(ADVICE))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\nid,na")));

        assertProblem(
                answer,
                400,
                "bad-multipart",
                "The parts of the request cannot be read",
                found,
                "multipart/form-data with its boundary between at most 500 parts",
                "Let the client write the parts: curl -F files=@use_cases.csv",
                "");
    }

    /** Only the head is sent: who announces more than is read is answered before the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=b"})
    void refusesWhatIsTooLarge(String contentType) throws IOException {
        String answer = announced(contentType, 300_000_000);

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Content-Type: application/problem+json");
        assertThat(answer)
                .contains(problem(
                        413,
                        "too-large",
                        "The request is too large",
                        "more than 200 MB",
                        "at most 200 MB",
                        "Send the files zipped, or use the command line, which reads more.",
                        ""));
    }

    @Test
    void answersAnUnknownPathWithAProblemDocument() {
        HttpResponse<String> answer = app.get("/api/v1/advise");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(problem(
                                404,
                                "not-found",
                                "There is nothing at this address",
                                "GET /api/v1/advise",
                                "an address that /v3/api-docs describes, such as POST /api/v1/advice",
                                "Correct the address.",
                                "")
                        .replace("\"instance\":\"/api/v1/advice\"", "\"instance\":\"/api/v1/advise\""));
    }

    @Test
    void answersAnotherMethodWithAProblemDocument() {
        HttpResponse<String> answer = app.get(ADVICE);

        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertProblem(
                answer,
                405,
                "method-not-allowed",
                "This address does not take that method",
                "GET",
                "POST",
                "Send the request with that method; /v3/api-docs describes it.",
                "");
    }

    @Test
    void answersWhatNoControllerHandlesWithAProblemDocument() {
        HttpResponse<String> answer = app.get("/error");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"found\":\"GET /error\"");
    }

    private HttpResponse<String> json(String path, String document) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(document)));
    }

    private static void assertProblem(
            HttpResponse<String> answer,
            int status,
            String type,
            String title,
            String found,
            String expected,
            String fix,
            String more) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo(problem(status, type, title, found, expected, fix, more));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static String problem(
            int status, String type, String title, String found, String expected, String fix, String more) {
        String detail = "Found " + found + ", expected " + expected + ". " + fix;
        return ("{\"detail\":%s,\"instance\":\"/api/v1/advice\",\"status\":%d,\"title\":%s,"
                        + "\"type\":\"urn:throughline:problem:%s\",\"found\":%s,\"expected\":%s,\"fix\":%s,\"help\":\"/problems/%s\"%s}")
                .formatted(
                        quoted(detail),
                        status,
                        quoted(title),
                        type,
                        quoted(found),
                        quoted(expected),
                        quoted(fix),
                        type,
                        more);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The answer to a head that announces a body of that length. */
    private static String announced(String contentType, long length) throws IOException {
        URI uri = app.uri(ADVICE);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            String head =
                    "POST " + ADVICE + " HTTP/1.1\r\nHost: " + uri.getHost() + "\r\nConnection: close\r\nContent-Type: "
                            + contentType + "\r\nContent-Length: " + length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
