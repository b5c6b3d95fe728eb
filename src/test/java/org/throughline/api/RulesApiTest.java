package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;

class RulesApiTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void tellsWhatIsWrongWithTheRules() {
        HttpResponse<String> answer = app.get("/api/v1/rules/check");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"errors\": 0,", "\"warnings\": 0,", "\"problems\": []");
    }

    @Test
    void tellsWhyNot() {
        String facts = """
            {"use_cases": [{"id": "uc-1", "name": "Summaries", "stage": "validated", "validated_on": "2026-06-20"}],
             "decisions": []}\
            """;
        HttpResponse<String> answer =
                app.send(HttpRequest.newBuilder(app.uri("/api/v1/rules/A1/why?subject=uc-1&asOf=2026-06-30"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(facts)));

        assertThat(answer.body())
                .contains("\"fires\": false", "\"condition\": \"useCase.validatedOn < $asOf.minus($limit)\"")
                .contains("off by 20 days");
    }

    @Test
    void describesWhatItTells() {
        assertThat(app.get("/v3/api-docs").body()).contains("\"/api/v1/rules/check\"", "\"RulesReview\"");
    }
}
