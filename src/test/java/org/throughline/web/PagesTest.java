package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

/** The pages as they are sent, without a browser. */
class PagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/p/sales-outreach", "/p/sales-outreach/findings", "/p/sales-outreach/reading"})
    void allowsNothingInlineAndNothingFromElsewhere(String path) {
        HttpResponse<String> page = app.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
                        + " data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script>", " style=\"", " onclick=", "<style");
        assertThat(page.body()).doesNotContain("src=\"http", "href=\"http");
    }

    @Test
    void takesFormsFromOurOwnPagesOnly() {
        HttpResponse<String> page = app.send(new Multipart()
                .file("files", "use_cases.csv", "id,name,stage", "uc-1,Outreach,pilot")
                .post(HttpRequest.newBuilder(app.uri("/read"))));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This form was not taken");
    }

    @Test
    void asksForAFile() {
        HttpResponse<String> page = read(app, new Multipart().file("files", "", new byte[0]));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\">Choose at least one file.</p>");
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        HttpResponse<String> page = read(
                app,
                new Multipart().file("files", "use_cases.csv", "id,name,stage").field("asOf", "2026-02-30"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("&quot;2026-02-30&quot; is not a day: 2026-06-30 is one.");
    }

    @Test
    void keepsFilesUnderAnAddressThatNobodyGuesses() {
        HttpResponse<String> sent = read(
                app,
                new Multipart()
                        .file("files", "use_cases.csv", "id,name,stage", "uc-1,Outreach,pilot")
                        .field("asOf", "2026-06-30"));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(path(sent)).matches("/p/[0-9a-f]{32}/reading");
        assertThat(sent.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("JSESSIONID");
    }

    @Test
    void showsWhatIsInAFileAsText() {
        HttpResponse<String> sent = read(
                app,
                new Multipart()
                        .file(
                                "files",
                                "use_cases.csv",
                                "id,name,stage,pilot_owner_id,outcome_owner_id,sponsor_id",
                                "uc-1,<script>alert(1)</script>,in_use,,,",
                                "uc-2,=cmd|' /C calc'!A0,in_use,,,")
                        .field("asOf", "2026-06-30"));
        String room = path(sent).replace("/reading", "");

        for (String path : new String[] {
            "",
            "?q=%3Cscript%3Ealert(1)%3C/script%3E",
            "/findings",
            "/reading",
            "/finding?id=C1:uc-1",
            "/pictures",
            "/what-if",
            "/what-if?edit=use_cases~uc-1~tool~%253Cscript%253Ealert(1)%253C%252Fscript%253E",
            "/evidence?id=assign-owner:use_case:uc-1",
            "/advice.html"
        }) {
            assertThat(app.get(room + path).body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .containsAnyOf("&lt;script&gt;alert(1)&lt;/script&gt;");
        }
    }

    @Test
    void saysOfEveryEmptyPageWhatWouldFillIt() {
        String room = room("id,name,stage", "uc-1,Outreach,idea");

        assertThat(app.get(room + "/pictures/workflows").body()).contains("Add the files workflows.csv, steps.csv");
        assertThat(app.get(room + "/pictures/handoffs").body())
                .contains("Add handoffs.csv, and fill team_id in steps.csv");
        assertThat(app.get(room + "/pictures/multiplying").body()).contains("Fill started_on in use_cases.csv");
        assertThat(app.get(room + "/findings?q=nothing-like-this").body()).contains("class=\"empty\"");
        assertThat(app.get(room).body()).contains("No rule found anything to change in what could be judged.");
    }

    @Test
    void saysBetweenWhatScaleHealthLiesBeforeAnyFigure() {
        String brief = app.get(room("id,name,stage", "uc-1,Outreach,pilot", "uc-2,Scoring,in_use"))
                .body();

        assertThat(brief).containsPattern("<span class=\"figure\">\\d+–100</span> <span class=\"quiet\">of 100</span>");
        assertThat(brief).contains("if all that nobody knows had passed", "Nobody can tell most about:");
    }

    @Test
    void sendsWhoAsksTooEarlyOrForNothingToAPageThatSaysWhatToDo() {
        assertThat(html("/nowhere").body()).contains("<h1>There is no such page</h1>");
        assertThat(html("/p/0123456789abcdef").body())
                .contains("<h1>These facts are no longer here</h1>", "Send the files again.");
        assertThat(html("/p/sales-outreach/finding?id=Z9").body()).contains("<h1>There is no such finding</h1>");
        assertThat(html("/p/0123456789abcdef").statusCode()).isEqualTo(404);
    }

    @Test
    void writesNumbersAndDaysInTheReadersLanguage() {
        assertThat(app.send(HttpRequest.newBuilder(app.uri("/p/sales-outreach")).header("Accept-Language", "de"))
                        .body())
                .contains("<time datetime=\"2026-06-30\">30.06.2026</time>");
        assertThat(app.send(HttpRequest.newBuilder(app.uri("/p/sales-outreach")).header("Accept-Language", "en-GB"))
                        .body())
                .contains("<time datetime=\"2026-06-30\">30 Jun 2026</time>");
    }

    @Test
    void writesLargeNumbersInTheReadersLanguage() {
        String[] lines = new String[1_201];
        lines[0] = "id,name,stage";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "uc-" + i + ",Outreach " + i + ",idea";
        }
        String reading = room(lines) + "/reading";

        assertThat(app.send(HttpRequest.newBuilder(app.uri(reading)).header("Accept-Language", "de"))
                        .body())
                .contains("<b>1.200</b>");
        assertThat(app.send(HttpRequest.newBuilder(app.uri(reading)).header("Accept-Language", "en"))
                        .body())
                .contains("<b>1,200</b>");
    }

    private static String room(String... lines) {
        Multipart form = new Multipart().file("files", "use_cases.csv", lines).field("asOf", "2026-06-30");
        return path(read(app, form)).replace("/reading", "");
    }

    static String path(HttpResponse<String> redirect) {
        return URI.create(redirect.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private static HttpResponse<String> html(String path) {
        return app.send(HttpRequest.newBuilder(app.uri(path)).header("Accept", "text/html"));
    }

    /** Sends a form as a browser would that came from the first page. */
    static HttpResponse<String> read(RunningApp app, Multipart form) {
        HttpResponse<String> start = app.get("/");
        Matcher token = TOKEN.matcher(start.body());
        assertThat(token.find()).isTrue();
        String cookie = start.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return app.send(form.field("_csrf", token.group(1))
                .post(HttpRequest.newBuilder(app.uri("/read"))
                        .header("Accept", "text/html")
                        .header("Cookie", cookie)));
    }
}
