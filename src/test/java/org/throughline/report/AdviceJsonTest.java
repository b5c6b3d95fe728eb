package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.throughline.testkit.ReportFixtures;
import tools.jackson.databind.json.JsonMapper;

/** People script against these keys: a change here is a change of the interface. */
class AdviceJsonTest {

    @Test
    void writesEveryKeyInItsPlace() {
        assertThat(AdviceJson.text(ReportFixtures.oneOfEach())).isEqualTo(EXPECTED);
    }

    @Test
    void writesTheSameBytesToAStreamAndLeavesItOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        AdviceJson.write(ReportFixtures.salesAdvice(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(AdviceJson.text(ReportFixtures.salesAdvice()));
        assertThat(closed).isFalse();
    }

    @Test
    void isJsonWhateverNamesHold() {
        String name = JsonMapper.shared()
                .readTree(AdviceJson.text(ReportFixtures.salesAdvice()))
                .at("/findings/3/subject/name")
                .stringValue();

        assertThat(name).isEqualTo(ReportFixtures.MARKUP);
    }

    @Test
    void writesEqualNumbersAlike() {
        assertThat(Json.compact(json -> {
                    json.put("a", new BigDecimal("120.00"));
                    json.put("b", new BigDecimal("1.2E+2"));
                    json.put("c", new BigDecimal("0.000000001"));
                    json.put("d", new BigDecimal("0.0"));
                }))
                .isEqualTo("{\"a\":120,\"b\":120,\"c\":0.000000001,\"d\":0}");
    }

    @Test
    void namesTheParts() {
        assertThat(new JsonMapper()
                        .readTree(AdviceJson.text(ReportFixtures.nothingToSay()))
                        .propertyNames())
                .containsExactlyElementsOf(AdviceJson.PARTS);
    }

    @Test
    void emptyAdviceHasEveryList() {
        assertThat(AdviceJson.text(ReportFixtures.nothingToSay())).isEqualTo("""
            {
              "asOf": "2026-06-30",
              "rules": {
                "digest": "sha256:1111",
                "count": 41
              },
              "facts": {
                "digest": "sha256:0000",
                "counts": {
                  "use_cases": 1
                }
              },
              "recommendations": [],
              "findings": [],
              "notJudged": [],
              "problems": [],
              "state": [],
              "valueStreams": []
            }
            """);
    }

    private static final String EXPECTED = """
        {
          "asOf": "2026-06-30",
          "rules": {
            "digest": "sha256:1111",
            "count": 41
          },
          "facts": {
            "digest": "sha256:2222",
            "counts": {
              "use_cases": 8
            }
          },
          "recommendations": [
            {
              "id": "decide:use_case:uc-2",
              "rank": 2,
              "tier": "P1",
              "kind": "decide",
              "title": "Decide whether Lead scoring becomes the way of working",
              "subject": {
                "type": "use_case",
                "id": "uc-2",
                "name": "Lead scoring"
              },
              "action": "Put the choice in writing: make it the standard, redesign around it, or stop.",
              "decider": "Ben Okafor",
              "firstStep": "Put one page with the three choices before Ben Okafor this week.",
              "doneWhen": "decisions has a row for uc-2 of kind standardise, redesign or stop.",
              "requires": [
                "assign-owner:workflow:wf-1"
              ],
              "effort": "S",
              "confidence": 1,
              "priority": {
                "stake": {
                  "hoursPerMonth": 120,
                  "sameHours": []
                },
                "spread": 0.1429,
                "leverage": 2,
                "effortDays": 1,
                "explanation": "High, over 14% of the live use cases; 120 h a month over 1 day."
              },
              "findings": [
                "A1:uc-2"
              ],
              "why": "The proof of Lead scoring was accepted on 2026-03-01, 121 days ago, and nothing has been decided since.",
              "severity": "high",
              "basis": "assumed"
            }
          ],
          "findings": [
            {
              "id": "A1:uc-2",
              "diagnostic": "A1",
              "slug": "undecided-proof",
              "severity": "high",
              "subject": {
                "type": "use_case",
                "id": "uc-2",
                "name": "Lead scoring"
              },
              "statement": "Proof accepted on 2026-03-01, 121 days before 2026-06-30; no decision is known.",
              "rule": "A1 undecided proof, long",
              "section": "Pilots are designed to prove something, not to change anything",
              "evidence": [
                {
                  "fact": "use_cases/uc-2",
                  "attribute": "stage",
                  "value": "validated",
                  "file": "use_cases.csv",
                  "row": 3,
                  "column": "Status"
                },
                {
                  "fact": "use_cases/uc-2",
                  "attribute": "validated_on",
                  "value": "2026-03-01",
                  "file": "use_cases.csv",
                  "row": 3,
                  "column": "Accepted"
                },
                {
                  "fact": "decisions",
                  "attribute": "decisions",
                  "value": null,
                  "file": null,
                  "row": null,
                  "column": null
                }
              ],
              "thresholds": [
                {
                  "name": "undecided-days",
                  "value": 30,
                  "unit": "days",
                  "reason": "A month is enough to put a choice before somebody."
                },
                {
                  "name": "undecided-days-high",
                  "value": 90,
                  "unit": "days",
                  "reason": "After a quarter the people have moved on."
                }
              ],
              "figures": [
                {
                  "name": "days since proof",
                  "value": 121,
                  "unit": "days"
                }
              ],
              "basis": "assumed"
            }
          ],
          "notJudged": [
            {
              "diagnostic": "B4",
              "missing": [
                "handoffs.next_actor"
              ],
              "subjects": 4,
              "reason": "handoffs.csv has no column next_actor."
            }
          ],
          "problems": [
            {
              "severity": "error",
              "file": "use_cases.csv",
              "row": 8,
              "column": "Start",
              "value": "31/02/2026",
              "expected": "a date: 2026-02-28, 28 Feb 2026",
              "fix": "correct the day",
              "found": "February has no 31st day",
              "readAs": null
            }
          ],
          "state": [
            {
              "order": 1,
              "name": "scaling",
              "text": "One use case became the standard.",
              "figure": null
            }
          ],
          "valueStreams": [
            {
              "workflow": "wf-1",
              "name": "Pipeline generation",
              "leadTimeH": 112,
              "steps": [
                {
                  "step": "s-3",
                  "name": "Approve wording",
                  "team": "Legal",
                  "processTimeH": 1,
                  "waitH": null,
                  "constraint": true
                }
              ],
              "ceilings": [
                {
                  "useCase": "uc-1",
                  "name": "Outreach drafting",
                  "step": "s-3",
                  "share": 0.0089
                }
              ]
            }
          ]
        }
        """;
}
