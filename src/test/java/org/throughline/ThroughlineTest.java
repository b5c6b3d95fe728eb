package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.RunningApp;

class ThroughlineTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @Test
    void servesItsHomePage() {
        HttpResponse<String> answer = app.get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Throughline</a>");
    }

    @Test
    void saysThatItIsWell() {
        HttpResponse<String> answer = app.get("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void describesItsApi() {
        assertThat(app.get("/v3/api-docs").statusCode()).isEqualTo(200);
    }

    @Test
    void offersAPageToTryTheApi() {
        HttpResponse<String> answer = app.get("/swagger-ui.html");

        assertThat(answer.statusCode()).isEqualTo(302);
        String page =
                app.uri(answer.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(app.get(page).body()).contains("Swagger UI");
    }

    @Test
    void servesItsScriptsFromAPathWithoutVersion() {
        assertThat(app.get("/vendor/echarts.min.js").statusCode()).isEqualTo(200);
        assertThat(app.get("/vendor/htmx.min.js").statusCode()).isEqualTo(200);
    }

    @Test
    void exposesNothingElseOfTheActuator() {
        assertThat(app.get("/actuator/env").statusCode()).isEqualTo(404);
    }
}
