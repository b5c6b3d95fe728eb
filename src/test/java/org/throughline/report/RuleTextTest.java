package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.testkit.ReportFixtures;

class RuleTextTest {

    @Test
    void listsRulesUnderTheSectionsThatArgueThem() {
        StringBuilder out = new StringBuilder();
        RuleText.list(List.of(ReportFixtures.diagnostic()), Screen.PLAIN, out);

        assertThat(out.toString()).isEqualTo("""
                        Pilots are designed to prove something, not to change anything

                          A1  medium    A proof was accepted and nobody decided what follows

                        1 diagnostic. "rules show ID" tells all about one.
                        """);
    }

    @Test
    void showsAllThatARuleSaysAboutItself() {
        StringBuilder out = new StringBuilder();
        RuleText.show(ReportFixtures.diagnostic(), List.of(ReportFixtures.undecidedDays()), Screen.PLAIN, out);

        assertThat(out.toString()).isEqualTo("""
                        A1  A proof was accepted and nobody decided what follows

                          A pilot was accepted as proof, and nobody has decided what the business does
                          with it.

                          Why        Once a pilot counts as successful, the next step is a decision, not
                                     more validation.
                          Silent     when the proof is young

                          Severity   medium
                          About      use case
                          Remedy     decide
                          Threshold  undecided-days = 30 days. A month is enough to put a choice before
                                     somebody.
                          Article    Pilots are designed to prove something, not to change anything
                          File       diagnostics/proof/A1-undecided-proof.drl
                        """);
    }

    @Test
    void isJsonForMachines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RuleJson.list(List.of(ReportFixtures.diagnostic()), Map.of("A1", List.of(ReportFixtures.undecidedDays())), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "rules": [
                            {
                              "id": "A1",
                              "slug": "undecided-proof",
                              "title": "A proof was accepted and nobody decided what follows",
                              "section": "Pilots are designed to prove something, not to change anything",
                              "subject": "use_case",
                              "severity": "medium",
                              "remedy": "decide",
                              "documentation": "A pilot was accepted as proof, and nobody has decided what\\nthe business does with it.\\n\\nWhy     Once a pilot counts as successful, the next step is a decision, not\\n        more validation.\\nSilent  when the proof is young",
                              "thresholds": [
                                {
                                  "name": "undecided-days",
                                  "value": 30,
                                  "unit": "days",
                                  "reason": "A month is enough to put a choice before somebody."
                                }
                              ],
                              "file": "diagnostics/proof/A1-undecided-proof.drl"
                            }
                          ]
                        }
                        """);
    }
}
