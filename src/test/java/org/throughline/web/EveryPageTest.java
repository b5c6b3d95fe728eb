package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Point 9: no page has a barrier that axe-core knows of or is wider than its window, on a telephone and on a wall, in light and dark. */
class EveryPageTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/nowhere",
                "/p/sales-outreach",
                "/p/sales-outreach?q=nothing-like-this",
                "/p/scales-well",
                "/p/sales-outreach/recommendation?id=assign-owner:use_case:uc-08",
                "/p/sales-outreach/findings",
                "/p/sales-outreach/finding?id=C1:uc-08",
                "/p/sales-outreach/reading",
                "/p/sales-outreach/pictures",
                "/p/sales-outreach/pictures/workflows",
                "/p/sales-outreach/pictures/handoffs",
                "/p/sales-outreach/pictures/multiplying",
                "/p/sales-outreach/what-if?edit=use_cases~uc-08~outcome_owner_id~p-carvalho",
                "/p/sales-outreach/take-away",
                "/portfolios",
                "/rules",
                "/rules/A1",
                "/rules/draft",
                "/rules/versions",
                "/rules/thresholds?name=undecided-proof-days&value=100");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isForEverybody(String path) {
        Page page = browser.page(360, ColorScheme.LIGHT);
        page.navigate(app.uri(path).toString());
        fits(page, path, "360");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(1920, 1080);
        fits(page, path, "1920-dark");
        if (path.hashCode() % 2
                == 0) { // the colours of both are the same few, and half of the pages in each show all of them
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        assertThat(Chromium.barriers(page)).as("Barriers of %s", path).isEmpty();
    }

    private static void fits(Page page, String path, String how) {
        assertThat(Chromium.overflow(page))
                .as("Pixels by which %s is too wide at %s", path, how)
                .isLessThanOrEqualTo(0);
        browser.keep(page, "page" + path.replaceAll("[^a-z]+", "-") + "-" + how);
    }
}
