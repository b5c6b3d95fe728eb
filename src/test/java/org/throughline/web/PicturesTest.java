package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Point 3: the organisation in pictures, each with its data as a table. */
class PicturesTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void showsThePortfolioByStage() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach/pictures").toString());

        assertThat(page.locator(".stage h2"))
                .hasText(new String[] {"Idea 1", "Pilot 6", "Validated 3", "In use 1", "Standard 0", "Stopped 1"});
        assertThat(page.locator(".stage li", new Page.LocatorOptions().setHasText("Call summaries")))
                .containsText("no owner of the outcome");
        page.locator("select[name=unit]").selectOption("t-mkt");
        page.waitForURL("**unit=t-mkt**");
        assertThat(page.locator(".stage li")).hasCount(3);
    }

    @Test
    void drawsAWorkflowWithItsConstraintItsPilotsAndItsFindings() {
        Page page = browser.page(1920);
        page.navigate(app.uri("/p/sales-outreach/pictures/workflows").toString());

        assertThat(page.locator("svg.flow")).hasCount(3);
        assertThat(page.locator("svg.flow").first().locator(".step")).hasCount(7);
        assertThat(page.locator("svg.flow").first().locator(".constraint")).containsText("Compliance approval");
        assertThat(page.locator("svg.flow").first().locator(".arrow.found")).hasCount(2);
        assertThat(page.locator("svg.flow").first().locator(".pilot").first()).containsText("at most 0.6% gained");
        page.locator("figure").first().locator("summary").click();
        assertThat(page.locator("figure").first().locator("tbody tr")).hasCount(7);
    }

    @Test
    void paintsAWorkflowAsPng() throws Exception {
        Page page = browser.page(1280);
        page.navigate(
                app.uri("/p/sales-outreach/pictures/workflows?id=wf-outreach").toString());

        Download png = page.waitForDownload(() -> page.getByText("As PNG").click());

        assertThat(png.suggestedFilename()).isEqualTo("workflow.png");
        byte[] painted = Files.readAllBytes(png.path());
        assertThat(painted).startsWith(PNG).hasSizeGreaterThan(10_000);
        png.saveAs(Path.of("target", "screenshots", "workflow.png"));
    }

    @Test
    void drawsHandoffsBetweenTeamsAndSavesThePicture() throws Exception {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach/pictures/handoffs").toString());
        assertThat(page.locator(".chart canvas")).isVisible();

        Download svg = page.waitForDownload(() -> page.getByText("Save as SVG").click());

        assertThat(Files.readString(svg.path())).startsWith("<svg").contains("Account Executives");
        Download png = page.waitForDownload(() -> page.getByText("Save as PNG").click());
        assertThat(png.suggestedFilename()).isEqualTo("teams.png");
        assertThat(Files.readAllBytes(png.path())).startsWith(PNG);
    }

    @Test
    void drawsThePaceOfStartsAndDecisions() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach/pictures/multiplying").toString());

        assertThat(page.locator(".chart canvas")).isVisible();
        assertThat(page.locator("tbody tr").first()).containsText("2025-07");
    }

    @Test
    void givesAWorkflowAsAFileThatShowsItWithoutThePage() {
        HttpResponse<String> svg = app.get("/p/sales-outreach/pictures/workflow.svg?id=wf-outreach");

        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(svg.body())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<style>", "Draft the first");
    }
}
