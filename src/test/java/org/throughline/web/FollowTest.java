package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Point 5: what becomes of the advice, from snapshot to snapshot. */
class FollowTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void followsAnOrganisationFromItsFirstSnapshotToTheNext() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach").toString());
        page.getByText("Follow over time").click();
        page.getByLabel("What people call this organisation").fill("Halden, followed");
        page.getByText("Keep as its first snapshot").click();

        assertThat(page.locator("h1")).hasText("Halden, followed");
        assertThat(page.locator(".health-name")).containsText(Pattern.compile("Scale health \\d+–\\d+ of 100"));
        assertThat(page.locator("main")).containsText("This is the first snapshot");

        page.locator("input[name=which]").nth(0).check();
        page.locator("input[name=which]").nth(1).check();
        page.getByLabel("Who does it").fill("Marion Vogel");
        page.getByLabel("Due").fill("2026-09-30");
        page.getByText("Do it").click();
        page.getByText("Accepted (2)").click();
        assertThat(page.locator("tbody").first().locator("tr")).hasCount(2);
        assertThat(page.locator("tbody").first()).containsText("Marion Vogel");
        browser.keep(page, "follow");
        assertThat(Chromium.barriers(page)).isEmpty();

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "use_cases.csv",
                        "text/csv",
                        "id,name,stage,started_on\nuc-01,Outreach drafting,standard,2025-10-06"
                                .getBytes(StandardCharsets.UTF_8)));
        page.waitForURL("**/portfolios/halden-followed");
        assertThat(page.getByText("Over time")).isVisible();
        assertThat(page.locator(".chart canvas")).isVisible();
        browser.keep(page, "follow-second");
        page.setViewportSize(360, 800);
        page.waitForCondition(() -> Chromium.overflow(page) <= 0); // the chart is drawn anew
        assertThat(Chromium.barriers(page)).isEmpty();
    }

    @Test
    void saysWhatIsMissingToAccept() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/scales-well").toString());
        page.getByText("Follow over time").click();
        page.getByLabel("What people call this organisation").fill("Brightwater, followed");
        page.getByText("Keep as its first snapshot").click();
        page.locator("input[name=which]").first().check();
        page.getByText("Do it").click();

        assertThat(page.locator("main")).containsText("Expected: Who does it, to be accepted.");
    }
}
