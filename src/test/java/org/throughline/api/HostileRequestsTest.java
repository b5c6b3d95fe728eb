package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Described;
import org.throughline.testkit.Described.Operation;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;

/** Requests made by chance from the description of the API: of wrong types and sizes, in odd characters, with parts missing or too many. */
class HostileRequestsTest {

    /** More on demand: {@code -Dfuzz.requests=20000 -Dfuzz.seed=7}. */
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 150);

    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final List<String> ODD = List.of(
            "",
            " ",
            "null",
            "-1",
            "0",
            "1e400",
            "99999999999999999999999",
            "true",
            "2026-02-30",
            "2026-06-30",
            "../../etc/passwd",
            "%00",
            "\u0000",
            "\ud800",
            "\u202e\ufeff",
            "é漢字🙂",
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "${jndi:ldap://127.0.0.1/x}",
            "=cmd|' /C calc'!A0",
            "x".repeat(3000));

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "7",
            "\"text\"",
            "{}",
            "{\"a\":".repeat(600),
            "[".repeat(5000),
            "{\"use_cases\": 7}",
            "{\"use_cases\": [7, null, [], {}]}",
            "{\"use_cases\": [{\"id\": {}, \"name\": [], \"stage\": 1e999}]}",
            "{\"use_cases\": [{\"id\": \"a\", \"id\": \"b\", \"name\": \"\\ud800\", \"stage\": \"pilot\"}]}",
            "{\"name\": " + "9".repeat(2000) + "}",
            "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../a.csv\"\r\n\r\nid,name\r\n--b--",
            "--b\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\n--b",
            "PK\u0003\u0004nothing");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "multipart/form-data",
            "multipart/form-data; boundary=b",
            "text/csv",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "text/plain; charset=nonsense");

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    private final Random random = new Random(SEED);

    @Test
    void noneMakesTheServerFailOrTellWhatIsInside() {
        Described described = new Described(app.get("/v3/api-docs").body());
        List<Operation> operations = described.operations();
        for (int request = 0; request < REQUESTS; request++) {
            Operation operation = operations.get(request % operations.size());
            String target = target(operation);
            String type = pick(TYPES);
            String body = random.nextInt(3) == 0 ? made(described, operation) : pick(BODIES);

            HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri(target))
                    .header("Content-Type", type)
                    .header("If-Match", pick(List.of("\"1\"", "*", "nonsense", "\"99999999999999999999\"")))
                    .header(
                            "Idempotency-Key",
                            pick(List.of("k" + random.nextInt(5), "é", " ")).replace("é", "e"))
                    .method(
                            operation.method(),
                            hasBody(operation) ? BodyPublishers.ofString(body) : BodyPublishers.noBody()));

            String story = "seed " + SEED + ", request " + request + ": " + operation.method() + " " + shortened(target)
                    + " as " + type + ": " + shortened(body) + "\nanswered " + answer.statusCode() + ": "
                    + shortened(answer.body());
            assertThat(answer.statusCode()).as(story).isLessThan(500);
            assertThat(answer.body())
                    .as(story)
                    .doesNotContain("Exception", "\tat ", "org.springframework", "java.lang");
            if (answer.statusCode() >= 400) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(story)
                        .startsWith("application/problem+json");
                assertThat(answer.body()).as(story).contains("\"title\"", "\"status\"");
            }
        }
    }

    private static boolean hasBody(Operation operation) {
        return !operation.method().equals("GET") && !operation.method().equals("DELETE");
    }

    private String target(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            String value = pick(ODD);
            path = path.replace(
                    "{" + parameter.path("name").asString("") + "}", encoded(value.isBlank() ? "none" : value));
        }
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            if (random.nextInt(3) > 0) {
                query.add(parameter.path("name").asString("") + "=" + encoded(pick(ODD)));
            }
        }
        if (random.nextInt(5) == 0) {
            query.add("nobody=" + encoded(pick(ODD)));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** An object of the described shape, each value by chance of another type. */
    private String made(Described described, Operation operation) {
        if (operation.mediaTypes().isEmpty()) {
            return pick(BODIES);
        }
        return value(described, operation.body(operation.mediaTypes().get(0)).path("schema"), 0);
    }

    private String value(Described described, JsonNode reference, int depth) {
        JsonNode schema = described.resolved(reference);
        if (depth > 4 || random.nextInt(8) == 0) {
            return pick(List.of("null", "[]", "{}", "-1", "1e30", "true", "\"\"", "\"\\u0000\""));
        }
        if (schema.has("properties")) {
            List<String> members = new ArrayList<>();
            schema.path("properties").properties().forEach(property -> {
                if (random.nextInt(4) > 0) {
                    members.add("\"" + property.getKey() + "\":" + value(described, property.getValue(), depth + 1));
                }
            });
            return "{" + String.join(",", members) + "}";
        }
        if (schema.has("items")) {
            return "[" + value(described, schema.path("items"), depth + 1) + "]";
        }
        return "\"" + pick(ODD).replace("\\", "").replace("\"", "").replace("\u0000", "") + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
