package org.throughline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Chromium;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.RunningApp;

/**
 * Point 8, the analyst's way from a draft to rules that are live, and back. Each browser context is somebody else. Each test edits a threshold of its
 * own, and leaves the live rules as they were in all others.
 */
class RulesWorkTest {

    /** For what compiles or runs scenarios: until it is so, however busy the machine is. */
    private static final double PATIENCE = 60_000;

    private static final RulesFolders FILES = RulesFolders.temporary("A1-undecided-proof");

    @RegisterExtension
    static final RunningApp app =
            new RunningApp("--throughline.rules=" + FILES.rules(), "--throughline.scenarios=" + FILES.scenarios());

    @RegisterExtension
    static final Chromium browser = new Chromium();

    @BeforeAll
    static void followsAnOrganisation() {
        Page page = browser.page(1280);
        page.navigate(app.uri("/p/sales-outreach").toString());
        page.getByText("Follow over time").click();
        page.getByLabel("What people call this organisation").fill("Halden & Sons");
        page.getByText("Keep as its first snapshot").click();
        assertThat(page.locator("h1")).hasText("Halden & Sons");
        page.context().close();
    }

    @Test
    void movesAThresholdPublishesItComparesAndGoesBack() {
        Page page = browser.page(1280);
        open(page, "/rules/thresholds");
        set(page, "team-changes", "7");
        assertThat(page.locator("#panel")).containsText("1 threshold changed: team changes 5 → 7.");

        open(page, "/rules/draft");
        assertThat(page.locator("tr.gone code")).containsText("team-changes,5,changes,");
        assertThat(page.locator("tr.new code")).containsText("team-changes,7,changes,");
        assertThat(page.locator("#flaws")).containsText("The check finds nothing wrong.", patience());
        look(page, "draft");
        publish(page, "More changes of team are usual here.");
        assertThat(page.locator(".message")).containsText("it advises now", patience());
        assertThat(page.locator(".versions > li").first()).containsText("More changes of team are usual here.");
        assertThat(page.locator(".versions > li").first()).containsText("by local user. Scenarios passed: 1.");
        assertThat(FILES.text("thresholds.csv")).contains("team-changes,7,changes,");
        look(page, "versions");

        page.getByText("What changed").first().click();
        assertThat(page.locator("tr.new code")).containsText("team-changes,7,changes,");
        look(page, "compare");

        open(page, "/rules/versions");
        page.getByText("Make it live again").first().click();
        page.locator("details[open] textarea").fill("It was better before.");
        page.locator("details[open] button").click();
        assertThat(page.locator(".versions > li").first()).containsText("Brings back version", patience());
        assertThat(FILES.text("thresholds.csv")).contains("team-changes,5,changes,");
    }

    @Test
    void theKeyboardMovesASliderAndUndoesIt() {
        Page page = browser.page(1280);
        open(page, "/rules/thresholds");
        page.locator("#row-approval-share input[type=range]").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#row-approval-share input[type=number]")).hasValue("21");
        assertThat(page.locator("#panel")).containsText("approval share 20 → 21", patience());

        open(page, "/rules/thresholds");
        assertThat(page.locator("#row-approval-share input[type=number]")).hasValue("21");
        page.getByText("Undo approval-share: 21").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel")).hasText("Nothing differs from the live rules.");
    }

    @Test
    void showsWhatADraftWouldChangeInEveryOrganisationAndByWhichCondition() {
        Page page = browser.page(1280);
        open(page, "/rules/thresholds");
        set(page, "undecided-proof-days", "100");
        assertThat(page.locator("#panel")).containsText("4 changes", patience());
        look(page, "thresholds");

        open(page, "/rules/draft");
        page.getByText("Try it on all of them").click();
        assertThat(page.locator("#told > p[role=status]"))
                .containsText("2 appear, 2 vanish, 0 change rank or severity, in 1 organisation.", patience());
        assertThat(page.locator("#told h2")).hasText("Halden & Sons");
        assertThat(page.locator(".condition").first()).containsText("holds no more: useCase.validatedOn < ");
        assertThat(page.locator("#told")).containsText("undecided-proof-days is 100 days instead of 30 days");
        look(page, "effect");
    }

    @Test
    void saysWhatAScenarioObjectsToAndKeepsTheDraft() {
        Page page = browser.page(1280);
        open(page, "/rules/thresholds");
        set(page, "undecided-proof-days", "45");
        open(page, "/rules/draft");
        publish(page, "Six weeks.");

        assertThat(page.locator(".message"))
                .containsText(
                        "A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not", patience());
        assertThat(page.getByLabel("What changes for the advice")).hasValue("Six weeks.");
        assertThat(page.locator("tr.new code")).containsText("undecided-proof-days,45,days,");
        browser.keep(page, "rules-refused");
    }

    @Test
    void whoeverIsSecondSeesWhatTheFirstDidAndDecides() {
        Page first = browser.page(1280);
        Page second = browser.page(1280);
        open(first, "/rules/thresholds");
        set(first, "focus-share", "55");
        open(second, "/rules/thresholds");
        set(second, "team-change-steps", "5");
        open(first, "/rules/draft");
        open(second, "/rules/draft");
        publish(first, "A little more than half.");
        assertThat(first.locator(".message")).containsText("it advises now", patience());

        publish(second, "Five steps.");
        assertThat(second.locator(".message").first()).containsText("Somebody else published in between", patience());
        assertThat(second.locator("main")).containsText("The live rules moved on");
        assertThat(second.locator("main")).containsText("focus-share,55,%");
        look(second, "conflict");
        assertThat(second.locator("main")).containsText("They changed other lines than you: both can stand.");
        second.locator("form[action$=update] button").click();
        assertThat(second.locator(".message")).hasCount(0);
        assertThat(second.locator("tr.gone")).hasCount(1);
        assertThat(second.locator("tr.new code")).containsText("team-change-steps,5,steps,");
        second.getByText("Discard the draft").click();
        assertThat(second.locator("main")).containsText("There is none.");

        open(first, "/rules/versions");
        first.getByText("Make it live again").first().click();
        first.locator("details[open] textarea").fill("As before.");
        first.locator("details[open] button").click();
        assertThat(first.locator(".versions > li").first()).containsText("As before.", patience());
    }

    @Test
    void whatIsTypedInARuleSurvivesAReload() {
        Page page = browser.page(1280);
        open(page, "/rules/A1");
        page.evaluate("() => { const e = ace.edit(document.querySelector('.ace_editor'));"
                + " e.setValue(e.getValue().replace('no decision followed.', 'nobody decided.'), -1); }");
        assertThat(page.locator(".flaws")).containsText("No flaw found.", patience());

        page.reload();
        assertThat(page.locator("main")).containsText("This is your draft of it.");
        assertThat(page.locator("#text")).hasValue(java.util.regex.Pattern.compile("nobody decided[.]"));
        open(page, "/rules/draft");
        assertThat(page.locator("tr.new code")).containsText("nobody decided.");
        page.getByText("Take back").click();
        assertThat(page.locator("main")).containsText("There is none.");
    }

    @Test
    void aRulesPageHasItsScenariosCoverageAndWhereItFires() {
        Page page = browser.page(1280);
        open(page, "/rules/A1");
        assertThat(page.locator("#evidence .proof")).containsText("A1-undecided-proof", patience());
        assertThat(page.locator("#evidence .passed")).hasText("passed");
        assertThat(page.locator("#evidence .conditions")).containsText("useCase.validatedOn < ");
        assertThat(page.locator("#evidence")).containsText("Halden & Sons");
        look(page, "rule");

        page.locator(".inline select[name=room]").selectOption("halden-sons~1");
        page.getByLabel("about", new Page.GetByLabelOptions().setExact(true)).fill("use_case:uc-04");
        page.getByText("Ask", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("pre.code")).containsText("By the rule \"A1 undecided proof\", because of");
    }

    private static void open(Page page, String path) {
        page.navigate(app.uri(path).toString());
    }

    private static void set(Page page, String name, String value) {
        page.locator("#row-" + name + " input[type=number]").fill(value);
        page.keyboard().press("Tab");
        assertThat(page.locator("#panel")).containsText("→ " + value, patience());
    }

    private static void publish(Page page, String note) {
        page.getByLabel("What changes for the advice").fill(note);
        page.locator(".publish button").click();
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    /** As a telephone and a wall show it, in light and dark. */
    private static void look(Page page, String name) {
        page.setViewportSize(360, 800);
        assertThat(Chromium.overflow(page)).as(name + " at 360").isLessThanOrEqualTo(0);
        browser.keep(page, "rules-" + name + "-360");
        page.setViewportSize(1920, 1080);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Chromium.overflow(page)).as(name + " at 1920").isLessThanOrEqualTo(0);
        browser.keep(page, "rules-" + name + "-1920-dark");
        assertThat(Chromium.barriers(page)).as("Barriers of " + name).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 1000);
    }
}
