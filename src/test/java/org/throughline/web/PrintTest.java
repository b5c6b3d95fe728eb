package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RunningApp;

/** Points 6 and 9: on paper there is what one reads, and nothing to press. */
class PrintTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @Test
    void printsTheBriefWithoutItsControlsInkOnWhiteWhateverTheScreenShows() {
        Page page = browser.page(1280, ColorScheme.DARK);
        page.navigate(app.uri("/p/sales-outreach").toString());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (String control : List.of(".mast nav", ".tabs", ".filters", ".pager", ".follow", ".card .evidence")) {
            assertThat(page.locator(control).first()).isHidden();
        }
        assertThat(page.locator(".card")).hasCount(10);
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target", "screenshots", "brief.pdf")));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(pages(pdf)).isBetween(2, 6);
    }

    @Test
    void printsAPictureOfAWorkflowNoWiderThanThePaper() {
        Page page = browser.page(700);
        page.navigate(
                app.uri("/p/sales-outreach/pictures/workflows?id=wf-outreach").toString());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(((Number) page.evaluate("document.querySelector('svg.flow').getBoundingClientRect().width"))
                        .intValue())
                .isLessThanOrEqualTo(700);
    }

    private static int pages(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b").length - 1;
    }
}
