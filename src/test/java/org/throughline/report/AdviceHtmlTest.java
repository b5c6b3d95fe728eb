package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.testkit.ReportFixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdviceHtmlTest {

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final String ESCAPED =
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot; | &lt;/script&gt;";

    private final String html = html(ReportFixtures.salesAdvice(), ReportFixtures.salesPortfolio());
    private final List<String> scripts =
            SCRIPT.matcher(html).results().map(match -> match.group(1)).toList();

    /** Without the charting library's megabyte, which slows assertions down. */
    private final String page = html.replace(scripts.get(1), "");

    @Test
    void showsNamesThatAreMarkupAsText() {
        assertThat(page).contains("use case " + ESCAPED + " (uc-5)").doesNotContain("<script>alert");
        assertThat(scripts).hasSize(3);
    }

    @Test
    void keepsMarkupInTheDataOfPicturesFromEndingTheirElement() {
        assertThat(scripts.get(0)).doesNotContain("<", ">", "&");
        assertThat(data().at("/flows/1/name").stringValue()).isEqualTo("Contracts " + ReportFixtures.MARKUP);
        assertThat(data().at("/teams/links/0/to").stringValue()).isEqualTo("Sales <East>");
    }

    @Test
    void runsNoScriptButItsOwnTwo() throws Exception {
        assertThat(page).contains("default-src &#39;none&#39;");
        for (String script : scripts.subList(1, 3)) {
            assertThat(page.replace("&#x3D;", "=")).contains("&#39;sha256-" + sha256(script) + "&#39;");
        }
    }

    @Test
    void loadsNothing() {
        assertThat(page).doesNotContain("http://", "https://", "src=", "<link", "<img", "@import", "url(");
    }

    @Test
    void linksOnlyToWhatIsThere() {
        Set<String> ids = Set.copyOf(all(" id=\"([^\"]+)\""));

        assertThat(all("href=\"#([^\"]+)\""))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(ids).contains(target));
        assertThat(all(" id=\"([^\"]+)\"")).doesNotHaveDuplicates();
    }

    @Test
    void opensRecommendationsToFindingsToEvidence() {
        assertThat(page)
                .containsSubsequence(
                        "<details class=\"item\" id=\"recommendation-2\" open>",
                        "<h3>Decide whether Lead scoring becomes the way of working</h3>",
                        "<a href=\"#recommendation-1\">1. Name one owner for the outcome of Pipeline generation</a>",
                        "<summary>Evidence: 1 finding</summary>",
                        "use case Lead scoring (uc-2)<span class=\"quiet\"> A1 undecided proof</span>",
                        "<td>validated_on</td><td>2026-03-01</td><td>use_cases.csv, row 3, column &quot;Accepted&quot;</td>",
                        "<li>Limit: undecided days, 30 days. A month is enough to put a choice before somebody.</li>");
    }

    @Test
    void drawsThePortfolioByStageAndOwner() {
        assertThat(page)
                .contains("8 use cases: 2 with an owner of the outcome, 3 with a pilot owner or a sponsor only,"
                        + " 3 with nobody who answers.");
        assertThat(data().at("/stages").toString())
                .isEqualTo("{\"stages\":[\"pilot\",\"validated\",\"in use\",\"standard\",\"not recorded\"],\"owners\":["
                        + "{\"key\":\"outcome\",\"name\":\"owner of the outcome\",\"counts\":[0,1,0,1,0]},"
                        + "{\"key\":\"pilot\",\"name\":\"pilot owner or sponsor only\",\"counts\":[2,1,0,0,0]},"
                        + "{\"key\":\"nobody\",\"name\":\"nobody\",\"counts\":[1,0,1,0,1]}]}");
    }

    @Test
    void drawsWhereTheLeadTimeGoes() {
        assertThat(page)
                .contains("Lead time 112 h. Known: 7.5 h of work, 94 h of waiting. The longest wait is before Approve"
                        + " wording: 40 h. The constraint is Approve wording.")
                .contains("However good it gets, Outreach drafting can take at most 0.5% off the lead time.");
        assertThat(data().at("/flows/0/steps/2").toString())
                .isEqualTo("{\"name\":\"Approve wording\",\"start\":8.5,\"wait\":40,\"work\":1,\"constraint\":true}");
    }

    @Test
    void drawsTeamsThatHandBackAndForth() {
        assertThat(page).contains("5 handoffs between teams. The wider a band, the more: number of handoffs.");
        assertThat(data().at("/teams/links").values().stream()
                        .map(link -> link.get("from").stringValue() + " to "
                                + link.get("to").stringValue()))
                .containsExactly(
                        "Legal to Sales <East>",
                        "Legal to Sales development",
                        "Sales <East> to Legal",
                        "Sales development to Legal",
                        "Sales development to Sales <East>");
    }

    @Test
    void hasNoPicturesWithoutData() {
        Portfolio empty = new Portfolio(ReportFixtures.AS_OF, Map.of(), Set.of(), "sha256:0000");

        assertThat(html(ReportFixtures.nothingToSay(), empty))
                .contains("<h2 id=\"first\">Nothing to do</h2>")
                .contains("script-src &#39;none&#39;")
                .doesNotContain("<script", "<figure");
    }

    @Test
    void isTheSameForTheSameAdvice() {
        assertThat(html(ReportFixtures.salesAdvice(), ReportFixtures.salesPortfolio()))
                .isEqualTo(html);
    }

    private JsonNode data() {
        return JsonMapper.shared().readTree(scripts.get(0));
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String sha256(String script) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static String html(Advice advice, Portfolio portfolio) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AdviceHtml.write(advice, portfolio, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
