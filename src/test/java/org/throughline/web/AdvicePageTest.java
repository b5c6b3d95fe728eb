package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

class AdvicePageTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void showsAdviceOnTheExample() {
        HttpResponse<String> page = app.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Sales outreach: the pilot works, the pipeline does not move</h1>")
                .contains("As of 2026-06-30. From 12 use cases, ")
                .contains("<h2 id=\"first\">What to do first</h2>")
                .contains("<dt>Why</dt>", "<dt>Who decides</dt>", "<dt>First step</dt>", "<dt>Done when</dt>")
                .contains("use_cases.csv, row ");
    }

    @Test
    void allowsNoScriptAndNothingFromElsewhere() {
        HttpResponse<String> page = app.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script", "style=");
        assertThat(app.get("/throughline.css").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"html,text/html", "md,text/markdown", "json,application/json", "csv,text/csv", "txt,text/plain"})
    void offersTheExampleForDownload(String extension, String mediaType) {
        HttpResponse<String> file = app.get("/example/advice." + extension);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"advice." + extension + "\"");
        assertThat(file.body()).isNotBlank();
    }

    @Test
    void advisesOnFilesAndSaysWhatWasWrongWithThem() {
        HttpResponse<String> page = send(new Multipart()
                .file(
                        "files",
                        "use_cases.csv",
                        "id,name,stage,started_on",
                        "uc-1,<b>Outreach</b>,pilot,31/02/2026",
                        "uc-2,Lead scoring,pilot,2026-01-12")
                .field("asOf", "2026-06-30"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Advice on your files</h1>", "As of 2026-06-30. From 2 use cases; ")
                .contains("<span>use_cases.csv, row 2, column &quot;started_on&quot;</span>")
                .doesNotContain("<b>Outreach</b>");
    }

    @Test
    void listsTheProblemsOfFilesThatNothingCanBeMadeOf() {
        HttpResponse<String> page = send(new Multipart().file("files", "fruit.csv", "colour,taste", "red,sweet"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Nothing in these files could be used.", "<span>fruit.csv</span>");
    }

    @Test
    void asksForAFile() {
        HttpResponse<String> page = send(new Multipart().file("files", "", new byte[0]));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<p class=\"message\">Choose at least one file.</p>");
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        HttpResponse<String> page = send(
                new Multipart().file("files", "use_cases.csv", "id,name,stage").field("asOf", "2026-02-30"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("&quot;2026-02-30&quot; is not a day: 2026-06-30 is one.");
    }

    @Test
    void showsAPageWhereThereIsNone() {
        HttpResponse<String> page =
                app.send(HttpRequest.newBuilder(app.uri("/nowhere")).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>There is no such page</h1>");
    }

    @Test
    void asksForTheFilesAgainWhereTheyCannotBeTold() {
        HttpResponse<String> page = app.send(HttpRequest.newBuilder(app.uri("/advice"))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data")
                .POST(HttpRequest.BodyPublishers.ofString("no boundary")));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains(
                        "<p class=\"message\">The request could not be understood. Go back to the first page and send the"
                                + " files from there.</p>");
    }

    @Test
    void saysThatThereAreNoUseCases() {
        HttpResponse<String> page = send(new Multipart()
                .file("files", "teams.csv", "id,name", "t-1,Sales")
                .field("asOf", "2026-06-30"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("There are no use cases in these facts. Nothing about pilots, their owners or the work around"
                        + " them could be judged.")
                .contains("<dt>adoptions, use_cases</dt><dd><span>C3, C4, C5, C8, C9</span>");
    }

    private HttpResponse<String> send(Multipart form) {
        return app.send(form.post(HttpRequest.newBuilder(app.uri("/advice")).header("Accept", "text/html")));
    }
}
