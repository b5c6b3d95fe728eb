package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Point 9: everything can be done without a mouse, one sees where one is, and nothing holds one back. */
class KeyboardTest {

    private static final int MOST_STEPS = 150;

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void sendsAFileAndReadsItsBrief() {
        Page page = browser.page(1280);
        FilePayload file = new FilePayload(
                "pilots.csv",
                "text/csv",
                "id,name,stage,outcome_owner_id\nuc-1,Lead scoring,in_use,".getBytes(StandardCharsets.UTF_8));
        page.onFileChooser(chooser -> chooser.setFiles(file));
        page.navigate(app.uri("/").toString());
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();

        tabTo(page, page.locator("input[type=file]"));
        page.keyboard().press("Enter");
        page.waitForURL("**/reading");
        tabTo(page, page.locator(".actions .button"));
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("pilots.csv");
    }

    @Test
    void filtersOpensARecommendationAndSupposesItDone() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach").toString());
        tabTo(page, page.locator("#q"));
        page.keyboard().type("Call summaries");
        page.waitForURL("**q=Call%20summaries**");
        assertThat(page.locator("#list [role=status]")).not().containsText("of 40");

        Locator evidence = page.locator(".card .evidence > summary").first();
        tabTo(page, evidence);
        page.keyboard().press("Enter");
        assertThat(page.locator(".card .findings a").first()).isVisible();
        tabTo(page, page.locator(".card .findings a").first());

        page.navigate(app.uri("/p/sales-outreach").toString());
        tabTo(page, page.locator(".card h3 a").first());
        page.keyboard().press("Enter");
        page.waitForURL("**/recommendation?id=**");
        tabTo(page, page.locator("a.button"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".edits li")).hasCount(1);
    }

    @Test
    void goesThroughWholePagesWithoutATrap() {
        for (String path :
                List.of("/p/sales-outreach/what-if", "/p/sales-outreach/pictures/workflows", "/portfolios")) {
            Page page = browser.page(360);
            page.navigate(app.uri(path).toString());
            assertThat(stops(page))
                    .as("Where the focus stops on %s", path)
                    .doesNotHaveDuplicates()
                    .hasSizeBetween(5, MOST_STEPS);
        }
    }

    /** What has the focus, one after the other, until the page is left. */
    private static List<String> stops(Page page) {
        List<String> stops = new ArrayList<>();
        page.evaluate("window.stops = new Map()");
        for (int i = 0; i <= MOST_STEPS; i++) {
            page.keyboard().press("Tab");
            String at = String.valueOf(page.evaluate(
                    "(() => { const at = document.activeElement; if (at === document.body) return 'end'; if"
                            + " (!window.stops.has(at)) window.stops.set(at, window.stops.size); return"
                            + " window.stops.get(at) + ' ' + at.tagName + (at === document.querySelector('.skip')"
                            + " ? ' skip' : ''); })()"));
            if (at.equals("end") || at.endsWith("skip") && i > 0) {
                return stops;
            }
            stops.add(at);
        }
        return stops;
    }

    private static void tabTo(Page page, Locator target) {
        for (int i = 0; i < MOST_STEPS; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement === document.body"
                            + " || getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
                    .as("Whether one sees the focus at %s", page.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo(true);
            if (target.evaluate("it => it === document.activeElement").equals(true)) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not lead to " + target);
    }
}
