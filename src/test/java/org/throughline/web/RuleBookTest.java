package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Points 7 and 8: the rule book, and a draft beside it. */
class RuleBookTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void listsWhatIsLookedForBySectionOfTheArticle() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/rules").toString());

        assertThat(page.locator("h2")).hasCount(5);
        page.locator("a[href='/rules/A1']").click();
        assertThat(page.locator(".section-name")).containsText("Pilots are designed to prove something");
        assertThat(page.locator("main"))
                .containsText("A month is enough to put an accepted proof before those who decide.");
    }

    @Test
    void saysWhyARuleStaysSilent() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/rules/B1?subject=uc-04").toString());

        assertThat(page.locator("pre.code")).containsText("B1 does not fire about use_case:uc-04.");
    }

    @Test
    void showsWhatAnotherThresholdWouldChange() {
        Page page = browser.page(1280);
        page.navigate(
                app.uri("/rules/thresholds?name=undecided-proof-days&value=100").toString());

        assertThat(page.locator(".trial")).containsText("A1:uc-04");
        assertThat(page.locator(".trial [role=status]")).hasText("4 changes.");
    }

    @Test
    void marksAMistakeWhileItIsTypedAndShowsWhatADraftWouldChange() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/rules/A1").toString());
        page.evaluate("() => { const e = ace.edit(document.querySelector('.ace_editor'));"
                + " e.setValue(e.getValue().replace('Threshold(', 'Treshold('), -1); }");
        assertThat(page.locator(".flaws .error").first())
                .containsText("Treshold", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(page.locator(".ace_gutter-cell.ace_error").first()).isVisible();
        browser.keep(page, "editor");

        page.evaluate("() => { const e = ace.edit(document.querySelector('.ace_editor'));"
                + " e.setValue(e.getValue().replace('Treshold(', 'Threshold('), -1); }");
        assertThat(page.locator(".flaws"))
                .containsText("No flaw found.", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        page.getByText("What would it change?").click();
        assertThat(page.locator("#effect"))
                .containsText(
                        "It would change nothing in this advice.",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }
}
