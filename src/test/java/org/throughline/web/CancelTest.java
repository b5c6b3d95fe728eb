package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.app.Advisor;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Point 9: long work can be cancelled, and then it is over, on the server too. */
class CancelTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    /** Rows without an end. */
    private static final class Endless extends InputStream {

        private final byte[] row = "uc-1,Outreach,pilot\n".getBytes(StandardCharsets.UTF_8);
        private final CountDownLatch begun;
        private int at;

        Endless(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public int read() {
            begun.countDown();
            return row[at++ % row.length];
        }
    }

    @Test
    void endsAReadingThatWouldNeverEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Progress progress = new Progress(1_000_000);
        Input endless =
                Input.ofFiles(List.of(new Input.SentFile("use_cases.csv", () -> progress.watched(new Endless(begun)))));
        Workspace workspace = new Workspace(
                "endless",
                "endless",
                null,
                endless,
                0,
                progress,
                Request.asOf(LocalDate.of(2026, 6, 30)),
                Instant.EPOCH);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        workspace.read(workspace.request(), new Advisor(Rules.read(null, null).loaded()), threads);
        begun.await();

        workspace.close();

        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS))
                .as("Whether its thread is free again")
                .isTrue();
        assertThat(workspace.outcome(0)).isNull();
    }

    @Test
    void takesBackFilesWhileTheyAreSent() {
        Page page = browser.page(1280);
        page.route("**/read", route -> {}); // a line so slow that nothing arrives
        page.navigate(app.uri("/").toString());
        page.locator("input[type=file]").setInputFiles(file());
        assertThat(page.locator(".sending")).isVisible();

        List<String> given = new ArrayList<>();
        page.onRequestFailed(request -> given.add(request.url()));
        page.locator(".sending button").click();

        page.waitForCondition(() -> !given.isEmpty());
        assertThat(given).containsExactly(app.uri("/read").toString());
        assertThat(page.locator(".sending")).isHidden();
    }

    @Test
    void forgetsFilesWhenAskedTo() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/").toString());
        page.locator("input[type=file]").setInputFiles(file());
        page.waitForURL("**/reading");
        String address = page.url();

        page.getByText("Forget these files").click();

        assertThat(page.locator("h1")).containsText("The pilots work.");
        page.navigate(address);
        assertThat(page.locator("h1")).hasText("These facts are no longer here");
    }

    @Test
    void showsNobodyWhatAnotherBrowserSent() {
        Page mine = browser.page(1280);
        mine.navigate(app.uri("/").toString());
        mine.locator("input[type=file]").setInputFiles(file());
        mine.waitForURL("**/reading");
        String room = mine.url().replaceAll(".*/p/([^/]+)/.*", "$1");

        assertThat(room).matches("[0-9a-f]{32}");
        Page other = browser.page(1280);
        for (String path : List.of("/", "/portfolios", "/rules")) {
            other.navigate(app.uri(path).toString());
            assertThat(other.content()).doesNotContain(room).doesNotContain("secret-plan.csv");
        }
    }

    private static FilePayload file() {
        return new FilePayload(
                "secret-plan.csv", "text/csv", "id,name,stage\nuc-1,Outreach,pilot".getBytes(StandardCharsets.UTF_8));
    }
}
