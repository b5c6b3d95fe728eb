package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** The pages of the log-in and of people, in a browser: they do what they say, and are for everybody. */
class AccessPagesTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp("--throughline.login.mode=required");

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void anAdministratorLogsInAddsSomebodyMakesATokenAndReadsTheLog() {
        app.bean(Accounts.class)
                .create(
                        "p-admin",
                        new Accounts.Wish(
                                "Ada Lovelace", Visitor.PASSWORD, List.of("administrator", "lead:sales"), true),
                        "a test");
        Page page = browser.page(360);
        page.navigate(app.uri("/people").toString());
        isForEverybody(page, "login");
        page.getByLabel("Name").fill("p-admin");
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.getByText("Log in").last().click();
        page.waitForURL("**/people");

        page.getByLabel("Name at the log-in").fill("p-grace");
        page.getByLabel("What people call them").fill("Grace Hopper");
        page.getByLabel("Roles, such as viewer, lead:sales").fill("lead:everything-and-more, boss");
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)
                        .textContent())
                .startsWith(
                        "Found the grant \"boss\", expected one of viewer, lead, analyst, publisher, administrator");
        page.getByLabel("Roles, such as viewer, lead:sales").fill("viewer, lead:sales");
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("p-grace").click();
        page.waitForURL("**/people/p-grace");
        isForEverybody(page, "person");
        page.navigate(app.uri("/people").toString());
        isForEverybody(page, "people");

        page.navigate(app.uri("/account").toString());
        page.getByLabel("Name of the client").fill("Nightly job");
        page.getByText("Make a token").click();
        assertThat(page.locator(".secret").textContent()).startsWith("tl_");
        isForEverybody(page, "account");

        page.navigate(app.uri("/audit").toString());
        assertThat(page.locator("tbody").textContent()).contains("POST /account/tokens", "POST /people");
        isForEverybody(page, "audit");

        page.navigate(app.uri("/portfolios/of-somebody-else").toString());
        assertThat(page.locator("main").textContent())
                .contains("That is not allowed to you")
                .contains("expected the role lead or viewer for the portfolio \"of-somebody-else\"");
        isForEverybody(page, "refused");
        page.getByText("Log out").click();
        page.waitForURL("**/login?out");
    }

    private static void isForEverybody(Page page, String name) {
        for (int width : List.of(360, 1920)) {
            page.setViewportSize(width, 1000);
            assertThat(Chromium.overflow(page))
                    .as("Pixels by which %s is too wide at %s", name, width)
                    .isLessThanOrEqualTo(0);
            browser.keep(page, "access-" + name + "-" + width);
        }
        page.setViewportSize(360, 1000);
        assertThat(Chromium.barriers(page)).as("Barriers of %s", name).isEmpty();
    }
}
