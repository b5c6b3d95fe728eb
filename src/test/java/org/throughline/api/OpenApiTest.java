package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testkit.Described;
import org.throughline.testkit.Described.Operation;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API is true, whole, and breaks no promise of the last release. */
class OpenApiTest {

    /**
     * What was released. After an addition that is meant, copy {@code target/openapi.json} over it; a change that breaks clients belongs
     * under a new version of the address.
     */
    private static final Path RELEASED = Path.of("src/test/resources/openapi/v1.json");

    private static final Path NOW = Path.of("target/openapi.json");

    /** What {@code {portfolio}} in an address stands for. */
    private static final String PORTFOLIO = "described";

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    private static Described described() {
        return new Described(app.get("/v3/api-docs").body());
    }

    @TestFactory
    Stream<DynamicTest> itsExamplesAreAnswered() {
        app.send(HttpRequest.newBuilder(app.uri("/api/v1/portfolios"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\": \"" + PORTFOLIO + "\", \"name\": \"As described\"}")));
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : described().operations()) {
            for (String type : operation.mediaTypes()) {
                for (String example : examples(operation.body(type))) {
                    tests.add(DynamicTest.dynamicTest(
                            operation + " " + type,
                            () -> assertThat(send(operation, type, example))
                                    .as(example)
                                    .isBetween(200, 299)));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static List<String> examples(JsonNode body) {
        List<String> examples = new ArrayList<>();
        if (body.has("example")) {
            examples.add(body.path("example").toString());
        }
        body.path("examples")
                .forEach(example -> examples.add(example.path("value").toString()));
        return examples;
    }

    private static int send(Operation operation, String type, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(operation.path().replace("{portfolio}", PORTFOLIO)))
                        .header("Content-Type", type)
                        .method(operation.method(), BodyPublishers.ofString(body)))
                .statusCode();
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatGoesWrong() {
        for (Operation operation : described().operations()) {
            assertThat(operation.node().path("summary").asString(""))
                    .as(operation + ": summary")
                    .isNotBlank();
            assertThat(operation.node().path("operationId").asString(""))
                    .as(operation + ": id")
                    .doesNotContain("_");
            for (var answer : operation.node().path("responses").properties()) {
                assertThat(answer.getValue().has("content")
                                || answer.getValue().has("$ref")
                                || answer.getKey().equals("204")
                                || answer.getKey().equals("304"))
                        .as(operation + ": shape of " + answer.getKey())
                        .isTrue();
            }
        }
    }

    @Test
    void everyOperationSaysWhatItAnswersWhereAllIsWell() {
        described()
                .root()
                .path("paths")
                .forEachEntry((address, path) -> path.forEachEntry((method, operation) -> {
                    assertThat(operation.path("responses").propertyNames())
                            .as(method + " " + address)
                            .anyMatch(status -> status.startsWith("2"));
                    String shape = operation
                            .at("/responses/200/content/application~1json/schema")
                            .toString();
                    assertThat(operation.path("operationId").asString().matches("list[A-Z].*")
                                    && !shape.contains("\"items\""))
                            .as(method + " " + address + ": " + shape)
                            .isFalse();
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Described described = described();
        for (JsonNode reference : described.root().findValues("$ref")) {
            String pointer = reference.asString("");
            assertThat(described.root().at(pointer.substring(1)).isMissingNode())
                    .as(pointer)
                    .isFalse();
        }
    }

    @Test
    void breaksNoPromiseOfTheLastRelease() throws IOException {
        String now = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(described().root());
        Files.writeString(NOW, now);

        assertThat(Promises.broken(new Described(Files.readString(RELEASED)), new Described(now)))
                .as("what a client of the last release would miss; additions are none, and go into " + RELEASED)
                .isEmpty();
    }
}
