package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.Accounts;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.RunningApp;

/** Two people at two browsers, where another publishes what somebody wrote. */
class HandingOverTest {

    private static final RulesFolders FILES = RulesFolders.temporary("A1-undecided-proof");
    private static final String PASSWORD = "a long enough pass phrase";

    @RegisterExtension
    static final RunningApp app = new RunningApp(
            "--throughline.login.mode=required",
            "--throughline.publishing.by-another=true",
            "--throughline.rules=" + FILES.rules(),
            "--throughline.scenarios=" + FILES.scenarios());

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @BeforeAll
    static void twoPublishers() {
        for (String name : List.of("ines", "olaf")) {
            app.bean(Accounts.class)
                    .create(name, new Accounts.Wish(null, PASSWORD, List.of("analyst", "publisher"), true), "a test");
        }
    }

    private static Page loggedIn(String name) {
        Page page = browser.page(1280);
        open(page, "/login");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("form button", new Page.LocatorOptions().setHasText("Log in"))
                .click();
        assertThat(page).not().hasURL(app.uri("/login").toString());
        return page;
    }

    private static void open(Page page, String path) {
        page.navigate(app.uri(path).toString());
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    @Test
    void isHandedBackMendedHandedOverAgainAndPublishedByTheOther() {
        Page ines = loggedIn("ines");
        Page olaf = loggedIn("olaf");
        draft(ines, "9");
        handOver(ines, "Nine are usual with us.");
        assertThat(ines.locator(".message").first())
                .containsText("It waits for another publisher: “Nine are usual with us.”");

        open(olaf, "/rules/draft");
        olaf.getByText("1 file by ines").click();
        assertThat(olaf.locator("h1")).hasText("A draft by ines");
        assertThat(olaf.locator("tr.new code")).containsText("team-changes,9,changes,");
        look(olaf);
        olaf.getByLabel("What is to be different").fill("Eight would do.");
        olaf.getByText("Hand it back").click();
        assertThat(olaf.locator("main")).not().containsText("1 file by ines");

        open(ines, "/rules/draft");
        assertThat(ines.locator(".message").first()).containsText("olaf handed it back: “Eight would do.”");
        draft(ines, "8");
        handOver(ines, "Eight, then.");

        open(olaf, "/rules/draft");
        olaf.getByText("1 file by ines").click();
        olaf.locator("button", new Page.LocatorOptions().setHasText("Publish")).click();
        assertThat(olaf.locator(".versions > li").first()).containsText("Eight, then.", patience());
        assertThat(olaf.locator(".versions > li").first()).containsText("olaf");
        assertThat(FILES.text("thresholds.csv")).contains("team-changes,8,changes,");

        open(ines, "/rules/draft");
        assertThat(ines.locator("main")).not().containsText("team-changes");
    }

    private static void draft(Page page, String changes) {
        open(page, "/rules/thresholds");
        page.locator("#row-team-changes input[type=number]").fill(changes);
        page.keyboard().press("Tab");
        assertThat(page.locator("#panel")).containsText("→ " + changes, patience());
    }

    private static void handOver(Page page, String note) {
        open(page, "/rules/draft");
        assertThat(page.locator("form[action='/rules/draft/publish']")).hasCount(0);
        page.getByLabel("What changes for the advice").fill(note);
        page.getByText("Hand it over").click();
    }

    private static void look(Page page) {
        page.setViewportSize(360, 800);
        assertThat(Chromium.overflow(page)).isLessThanOrEqualTo(0);
        browser.keep(page, "rules-handed-360");
        page.setViewportSize(1920, 1080);
        assertThat(Chromium.overflow(page)).isLessThanOrEqualTo(0);
        browser.keep(page, "rules-handed-1920");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(1280, 1000);
    }
}
