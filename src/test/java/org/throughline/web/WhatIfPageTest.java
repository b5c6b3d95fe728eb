package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Point 4: what the advice would be if facts were otherwise. */
class WhatIfPageTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void supposesARecommendationDoneWithOneClick() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach/recommendation?id=assign-owner:use_case:uc-08")
                .toString());
        page.getByText("What if this were done?").click();

        assertThat(page.locator(".edits li"))
                .hasText("uc-08 outcome owner id is the owner to be named take back: uc-08 outcome_owner_id");
        assertThat(page.locator(".result [role=status]")).containsText("1 finding would be gone");
        assertThat(page.locator(".result")).containsText("C1:uc-08");
        browser.keep(page, "what-if");

        page.getByLabel("Keep it as").fill("Owner for call summaries");
        page.getByText("Keep", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Suppose nothing").click();
        page.getByText("Owner for call summaries", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.locator(".edits li")).hasCount(1);
    }

    @Test
    void keepsAScenarioBesideItsSnapshotForWhoeverLooksNext() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach").toString());
        page.getByText("Follow over time").click();
        page.getByLabel("What people call this organisation").fill("Halden, supposed");
        page.getByText("Keep as its first snapshot").click();
        String address = "/p/halden-supposed~1/what-if";
        page.navigate(app.uri(address + "?edit=use_cases~uc-08~outcome_owner_id~p-carvalho")
                .toString());
        page.getByLabel("Keep it as").fill("=cmd <script>");
        page.getByText("Keep", new Page.GetByTextOptions().setExact(true)).click();

        Page other = browser.page(360);
        other.navigate(app.uri(address).toString());
        assertThat(other.locator(".kept-scenarios a")).hasText("=cmd <script>");
        assertThat(other.locator(".result")).containsText("They stay beside this snapshot.");
        other.locator(".kept-scenarios a").click();
        assertThat(other.locator(".edits li")).hasCount(1);
        browser.keep(other, "what-if-kept-360");
        other.locator(".kept-scenarios button").click();
        assertThat(other.locator(".kept-scenarios")).hasCount(0);
    }

    @Test
    void takesAWaitOutOfTheLeadTimeAndAStepOutOfTheWork() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach/what-if").toString());
        page.locator("form:has-text('a wait is shorter') select").selectOption("wf-outreach/s3->s4");
        page.getByText("Suppose this wait").click();
        assertThat(page.locator(".result [role=status]"))
                .containsText("Prospect to qualified opportunity: lead time 116 h → 84 h.");

        page.locator("form:has-text('a step is done') select").selectOption("wf-outreach/s5");
        page.getByText("Suppose them merged").click();
        assertThat(page.locator(".edits li")).hasCount(2);
        assertThat(page.locator(".result [role=status]")).containsText("lead time 116 h → 80 h.");
    }

    @Test
    void saysWhatIsWrongWithWhatCannotBeSupposed() {
        Page page = browser.page(360);
        page.navigate(app.uri("/p/sales-outreach/what-if").toString());
        page.getByText("any fact is otherwise").click();
        page.getByLabel("Id").fill("uc-99");
        page.getByLabel("Column").fill("stage");
        page.getByLabel("Value").fill("pilot");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Suppose this").setExact(true))
                .click();

        assertThat(page.locator("[role=alert]"))
                .containsText("use_cases/uc-99: There is nothing of that id in the facts. Make it again.");
    }
}
