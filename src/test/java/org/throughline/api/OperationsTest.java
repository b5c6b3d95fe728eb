package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testkit.RunningApp;

/** What those need who run the service. */
class OperationsTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void saysHowItIs(String part) {
        HttpResponse<String> answer = app.get("/actuator/health" + part);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void countsWhatIsJudged() {
        advice("{\"use_cases\": [{\"id\": \"a\", \"name\": \"Secret name\", \"stage\": \"validated\","
                + " \"validated_on\": \"2020-01-01\", \"start\": 7}], \"decisions\": []}");
        advice("{}");

        String counted = app.get("/actuator/prometheus").body();

        assertThat(counted)
                .contains("throughline_assessments_seconds_count{outcome=\"done\"}")
                .contains("throughline_assessments_seconds_count{outcome=\"refused\"}")
                .contains("throughline_facts_total{table=\"use_cases\"}")
                .contains("throughline_findings_total{diagnostic=\"A1\"}")
                .containsPattern("throughline_rule_firings_total\\{rule=\"A1 undecided proof\"\\} [1-9]")
                .containsPattern("throughline_rule_seconds_total\\{rule=\"A1 undecided proof\"\\} [0-9.E-]*[1-9]")
                .contains("throughline_assessments_waiting 0.0")
                .doesNotContain("Secret name");
    }

    private static void advice(String document) {
        app.send(HttpRequest.newBuilder(app.uri("/api/v1/advice?asOf=2026-06-30"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(document)));
    }

    @Test
    void aRequestKeepsItsOwnNumber() {
        assertThat(number("import-2026.11")).isEqualTo("import-2026.11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two words", "<b>", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void whatIsNoNumberIsReplaced(String sent) {
        assertThat(number(sent)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String number(String sent) {
        return app.send(HttpRequest.newBuilder(app.uri("/api/v1/nothing")).header("X-Request-Id", sent))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }
}
