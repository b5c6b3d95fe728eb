package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import org.junit.jupiter.api.Test;

class RulesWhyTest {

    private static final String FACTS = "scenarios/sales-outreach/facts";

    @Test
    void goesFromTheFactsToTheRecommendation() {
        Ran ran = throughline("rules", "why", "A1:uc-04", "--facts", FACTS, "--as-of", "2026-06-30");

        assertThat(ran.out())
                .startsWith("""
                    A1:uc-04 (medium): Accepted as proof on 2026-04-24, 67 days ago; no decision
                    followed.

                    By the rule "A1 undecided proof", because of

                    """)
                .contains("  threshold undecided-proof-days = 30 days\n")
                .contains("use_cases/uc-04 stage = validated (use_cases.csv, row 5)")
                .endsWith("""
                    Recommended for it

                      P2, rank 6: Decide what follows from 3 accepted proofs in "Commercial"
                        (decide:team:t-com)
                    """);
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void namesTheFirstConditionThatFailedAndHowFarOffItWas() {
        assertThat(why("untouched-handoff", "wf-outreach/s1->s2").out())
                .startsWith("B1 does not fire about handoff:wf-outreach/s1->s2.\n\nRule \"B1 untouched handoff\"\n")
                .endsWith("""
                      holds   workflowId == $w
                      holds   hours > 0
                      fails   hours.multiply($share) <= $hours
                              (diagnostics/environment/B1-untouched-handoff.drl, line 27)
                              hours.multiply($share) is 11.6, hours is 116, $share is 0.1, $hours is
                              6
                              off by 5.6: 6 is 51.7% of 11.6
                              $share comes from the threshold long-wait-share, 10%
                    """);
    }

    @Test
    void tellsTheSameToMachines() {
        Ran ran = throughline(
                "rules",
                "why",
                "B1",
                "wf-outreach/s1->s2",
                "--facts",
                FACTS,
                "--as-of",
                "2026-06-30",
                "--format",
                "json");

        assertThat(ran.out()).startsWith("""
            {
              "asked": "B1",
              "subject": "handoff:wf-outreach/s1->s2",
              "fires": false,
              "finding": null,
              "severity": null,
              "statement": null,
              "because": [],
              "recommendations": [],
              "rules": [
                {
            """).contains("\"outcome\": \"fails\"");
    }

    @Test
    void looksIntoWhatIsSummarised() {
        assertThat(why("D4", "t-com").out()).contains("  fails   ").doesNotContain("  open    ");
    }

    @Test
    void saysWhichDiagnosticOrSubjectMayHaveBeenMeant() {
        assertThat(why("A99", "uc-09").err()).contains("There is no diagnostic and no rule of that name.");
        assertThat(why("A1", "uc-0x").err()).contains("There is nothing of that id in the facts.");
        assertThat(why("A1").err()).contains("It is not said about what.");
        assertThat(why("A1").exitCode()).isEqualTo(2);
    }

    private static Ran why(Object asked) {
        return throughline("rules", "why", asked, "--facts", FACTS, "--as-of", "2026-06-30");
    }

    private static Ran why(Object asked, Object subject) {
        return throughline("rules", "why", asked, subject, "--facts", FACTS, "--as-of", "2026-06-30");
    }
}
