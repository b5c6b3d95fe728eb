package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Points 1 and 2: from the first page to a brief on one's own files, and from there down to a cell and a rule. */
class FirstMinuteTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    private static final Path FEDERAL = Path.of("..", "shared", "data", "fed2025.csv");

    @Test
    void readsAFileShowsItsColumnsAndTakesACorrection() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/").toString());
        page.locator("input[name=asOf]").fill("2026-06-30");
        page.locator("input[type=file]")
                .setInputFiles(file(
                        "pilots.csv",
                        "id,Name,Phase,Started,Nickname",
                        "uc-1,Lead scoring,pilot,2025-01-12,Scout",
                        "uc-2,Call notes,in use,31/02/2026,Scribe"));

        page.waitForURL("**/reading");
        assertThat(page.locator("h1")).hasText("How your files were read");
        assertThat(page.locator("#problems")).containsText("pilots.csv, row 3, column \"Started\"");
        Locator nickname = page.getByLabel("Read Nickname as");
        assertThat(nickname).hasValue("");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Nickname")))
                .containsText("Scout");
        browser.keep(page, "reading");

        nickname.selectOption("description");
        page.getByText("Read again with these columns").click();
        assertThat(page.getByLabel("Read Nickname as")).hasValue("description");
        assertThat(page.getByText("Undo my corrections")).isVisible();

        page.getByText("Continue without them").click();
        assertThat(page.locator("h1")).hasText("pilots.csv");
        assertThat(page.locator(".figures > div")).hasCount(5);
        browser.keep(page, "brief-of-a-file");
    }

    @Test
    void leadsFromARecommendationToTheCellAndTheRule() {
        Page page = browser.page(1920);
        page.navigate(app.uri("/p/sales-outreach").toString());
        assertThat(page.locator(".card")).hasCount(10);
        browser.keep(page, "brief-1920");

        Locator first = page.locator(".card").first();
        first.locator("summary").click();
        first.locator(".findings a").first().click();

        assertThat(page.locator("main")).containsText("use_cases.csv");
        assertThat(page.getByText("The limits it was compared with").or(page.getByText("The argument")))
                .not()
                .hasCount(0);
        assertThat(page.locator("pre.code")).containsText("@diagnostic(");
        browser.keep(page, "finding");
    }

    @Test
    void keepsFiltersInTheAddress() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach").toString());
        page.locator("select[name=unit]").selectOption("t-mkt");
        page.waitForURL("**/p/sales-outreach?unit=t-mkt");
        String some = page.locator("#list [role=status]").textContent();
        page.locator("#q").fill("outreach");
        page.waitForURL("**q=outreach**");

        Page shared = browser.page(1280);
        shared.navigate(page.url());
        assertThat(shared.locator("#q")).hasValue("outreach");
        assertThat(shared.locator("select[name=unit]")).hasValue("t-mkt");
        assertThat(shared.locator("#list [role=status]").textContent()).isNotEqualTo(some);
        shared.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all"))
                .click();
        assertThat(shared.locator("#list [role=status]")).containsText("of 40 recommendations");
    }

    @Test
    void readsTheFederalInventory() {
        Assumptions.assumeTrue(Files.exists(FEDERAL), "There is no ../shared/data/fed2025.csv");
        Page page = browser.page(1280);
        page.navigate(app.uri("/").toString());
        page.locator("input[name=asOf]").fill("2026-06-30");
        page.locator("input[type=file]").setInputFiles(FEDERAL);
        page.waitForURL("**/reading");

        assertThat(page.locator(".lead")).containsText("use cases");
        browser.keep(page, "reading-federal");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue without them"))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the advice")))
                .click();
        assertThat(page.locator(".card").first()).isVisible();
        browser.keep(page, "brief-federal");
    }

    private static FilePayload file(String name, String... lines) {
        return new FilePayload(name, "text/csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
