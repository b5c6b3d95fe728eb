package org.throughline.api;

/** What the description of the API shows. */
final class Examples {

    static final String PORTFOLIO = """
            {
              "use_cases": [
                {
                  "id": "uc-1",
                  "name": "Outreach drafting",
                  "stage": "validated",
                  "validated_on": "2026-02-10",
                  "workflow_id": "wf-1",
                  "pilot_owner_id": "Ana Ruiz",
                  "outcome_owner_id": null
                }
              ],
              "workflows": [{"id": "wf-1", "name": "Pipeline generation", "outcome": null}],
              "decisions": []
            }
            """;

    private Examples() {}
}
