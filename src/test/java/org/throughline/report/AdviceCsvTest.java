package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Advice;
import org.throughline.testkit.ReportFixtures;

class AdviceCsvTest {

    private static final String HEADER =
            "rank,tier,kind,title,subject_type,subject_id,subject_name,action,decider,first_step,"
                    + "done_when,requires,effort,effort_days,confidence,hours_per_month,spread,leverage,severity,basis,why,findings,id,same_hours\r\n";

    @Test
    void writesARowForEachRecommendation() {
        assertThat(csv(ReportFixtures.oneOfEach()))
                .isEqualTo(HEADER
                        + "2,P1,decide,Decide whether Lead scoring becomes the way of working,use_case,uc-2,Lead scoring,"
                        + "\"Put the choice in writing: make it the standard, redesign around it, or stop.\",Ben Okafor,"
                        + "Put one page with the three choices before Ben Okafor this week.,"
                        + "\"decisions has a row for uc-2 of kind standardise, redesign or stop.\","
                        + "assign-owner:workflow:wf-1,S,1,1,120,0.1429,2,high,assumed,"
                        + "\"The proof of Lead scoring was accepted on 2026-03-01, 121 days ago, and nothing has been decided"
                        + " since.\",1,decide:use_case:uc-2,\r\n");
    }

    @Test
    void hasAHeaderWhereThereIsNothingToDo() {
        assertThat(csv(ReportFixtures.nothingToSay())).isEqualTo(HEADER);
    }

    @Test
    void doublesQuotes() {
        assertThat(csv(ReportFixtures.salesAdvice()))
                .contains(
                        "\"Nobody answers for what Outreach drafting and <script>alert(1)</script> & \"\"co\"\" | </script>");
    }

    @Test
    void disarmsFormulas() {
        assertThat(csv(ReportFixtures.oneOfEach("=1+1"))).contains(",'=1+1,");
    }

    private static String csv(Advice advice) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AdviceCsv.write(advice, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
