package org.throughline.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an assistant sees of the advisor: the protocol's own Java client, over HTTP. */
class McpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DAY = "2026-06-30";
    private static final Map<String, Object> UNOWNED = Map.of(
            "use_cases",
            List.of(Map.of(
                    "id",
                    "uc-1",
                    "name",
                    "Drafting",
                    "stage",
                    "validated",
                    "validated_on",
                    "2026-01-10",
                    "workflow_id",
                    "wf-1")),
            "workflows",
            List.of(Map.of("id", "wf-1", "name", "Sales")),
            "decisions",
            List.of());

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    private static McpSyncClient client;

    @BeforeAll
    static void connect() {
        client = McpClient.sync(
                        HttpClientStreamableHttpTransport.builder(app.uri("").toString())
                                .jsonMapper(new JacksonMcpJsonMapper(JSON))
                                .endpoint("/mcp")
                                .build())
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .build();
        client.initialize();
    }

    @AfterAll
    static void leave() {
        client.close();
    }

    private static JsonNode told(String tool, Map<String, Object> arguments) {
        CallToolResult result = called(tool, arguments);
        assertThat(result.isError()).as(text(result)).isFalse();
        return JSON.readTree(text(result));
    }

    private static JsonNode refused(String tool, Map<String, Object> arguments) {
        CallToolResult result = called(tool, arguments);
        assertThat(result.isError()).as(text(result)).isTrue();
        return JSON.readTree(text(result));
    }

    private static CallToolResult called(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private static Map<String, Object> of(String name, Object value) {
        return new HashMap<>(Map.of("facts", UNOWNED, "asOf", DAY, name, value));
    }

    @Test
    void listsToolsThatSayWhatTheyTake() {
        assertThat(client.listTools().tools())
                .extracting(Tool::name)
                .containsExactlyInAnyOrder(
                        "advise", "explain_finding", "why_not", "what_if", "list_portfolios", "list_recommendations");
        assertThat(client.listTools().tools()).allSatisfy(tool -> {
            assertThat(tool.description()).endsWith(".");
            assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
            assertThat(tool.annotations().readOnlyHint()).isTrue();
        });
        assertThat(client.getServerInstructions()).contains("advise", "throughline://facts");
    }

    @Test
    void advisesWithTheFindingsThatTheFirstRecommendationsRestOn() {
        JsonNode advice = told("advise", of("top", 1));

        assertThat(advice.path("asOf").asString()).isEqualTo(DAY);
        assertThat(advice.path("recommendations").size()).isEqualTo(1);
        assertThat(advice.path("findings").valueStream().map(it -> it.path("id").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        strings(advice.path("recommendations").get(0).path("findings")));
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void readsFilesAsPeopleHaveThem() throws IOException {
        String csv = "Name;Status;Go-live\nCall summaries;Pilot;\n";
        String steps = Files.readString(Path.of("scenarios/sales-outreach/facts/workflows.csv"));

        JsonNode one = told("advise", Map.of("csv", csv, "asOf", DAY));
        JsonNode two = told(
                "advise",
                Map.of(
                        "files",
                        List.of(
                                Map.of("name", "use_cases.csv", "content", csv),
                                Map.of("name", "workflows.csv", "content", steps)),
                        "asOf",
                        DAY));

        assertThat(one.path("facts").path("counts").path("use_cases").asInt()).isEqualTo(1);
        assertThat(two.path("facts").path("counts").path("workflows").asInt()).isPositive();
    }

    @Test
    void explainsAFindingDownToItsRows() {
        JsonNode why = told("explain_finding", of("finding", "A1:uc-1"));

        assertThat(why.path("fires").asBoolean()).isTrue();
        assertThat(why.path("because").toString())
                .contains("use_cases/uc-1 stage = validated (facts#use_cases, row 1)");
        assertThat(why.path("recommendations").size()).isPositive();
    }

    @Test
    void saysWhyNot() {
        Map<String, Object> asked = of("rule", "A1");
        asked.put("subject", "uc-1");
        asked.put("asOf", "2026-01-20");

        JsonNode why = told("why_not", asked);

        assertThat(why.path("fires").asBoolean()).isFalse();
        assertThat(why.path("rules").toString()).contains("\"outcome\":\"fails\"");
    }

    @Test
    void saysWhatWouldBeOtherwise() {
        JsonNode effect = told(
                "what_if",
                of(
                        "changes",
                        List.of(Map.of(
                                "table",
                                "decisions",
                                "id",
                                "use_case:uc-1",
                                "column",
                                "kind",
                                "value",
                                "standardise"))));

        assertThat(effect.path("changes").toString()).contains("\"change\":\"vanishes\",\"id\":\"A1:uc-1\"");
    }

    @Test
    void listsWhatAPortfolioIsAdvised() {
        post("/api/v1/portfolios", "{\"id\": \"mcp-test\", \"name\": \"MCP test\"}");
        post("/api/v1/portfolios/mcp-test/snapshots?asOf=" + DAY, JSON.writeValueAsString(UNOWNED));

        assertThat(told("list_portfolios", Map.of()).path("items").findValuesAsString("id"))
                .contains("mcp-test");
        JsonNode listed = told("list_recommendations", Map.of("portfolio", "mcp-test", "top", 2, "state", "open"));
        assertThat(listed.path("items").size()).isEqualTo(2);
        assertThat(listed.path("items").get(0).path("handling").path("state").asString())
                .isEqualTo("open");
        assertThat(told("explain_finding", Map.of("portfolio", "mcp-test", "finding", "A1:uc-1"))
                        .path("fires")
                        .asBoolean())
                .isTrue();
    }

    private static HttpResponse<String> post(String path, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void everyResourceThatIsListedCanBeRead() {
        List<Resource> resources = client.listResources().resources();

        assertThat(resources)
                .extracting(Resource::uri)
                .contains("throughline://facts", "throughline://thresholds", "throughline://rules/A1")
                .anyMatch(uri -> uri.startsWith("throughline://sections/"));
        assertThat(resources).allSatisfy(it -> assertThat(read(it.uri())).startsWith("# "));
        assertThat(read("throughline://rules/A1"))
                .contains("A proof was accepted and nobody decided what follows", "undecided-proof-days | 30 | days")
                .contains("rule \"A1 undecided proof\"");
        assertThat(read("throughline://facts")).contains("## use_cases", "- `stage`: idea | ");
    }

    private static String read(String uri) {
        return ((TextResourceContents) client.readResource(new ReadResourceRequest(uri))
                        .contents()
                        .get(0))
                .text();
    }

    @Test
    void aResourceThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read("throughline://rules/Z9"))
                .isInstanceOfSatisfying(
                        McpError.class,
                        e -> assertThat(e.getJsonRpcError().code()).isEqualTo(-32002));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        advise | {}                                         | no facts                  | one of facts, csv, files, portfolio
        advise | {"facts": {}, "csv": "id,name"}             | facts and csv together    | one of facts, csv, files, portfolio
        advise | {"facts": 7}                                | facts = 7                 | an object
        advise | {"facts": {}, "top": 0}                     | top = 0                   | a whole number from 1 to 100
        advise | {"facts": {}, "top": "ten"}                 | top = ten                 | a whole number from 1 to 100
        advise | {"facts": {}, "snapshot": 1}                | snapshot beside facts     | facts alone
        advise | {"facts": {}, "asOf": "tomorrow"}           | asOf=tomorrow             | a day of the calendar, such as asOf=2026-06-30
        advise | {"files": [{"name": "a.csv"}, 7]}           | an item of files = 7      | an object with name, content
        advise | {"facts": {}, "portfolios": "x"}            | an argument "portfolios"  | of asOf, csv, facts, files, portfolio, snapshot, top
        advise | {"portfolio": "nobody-knows"}               | there is none of that id  | the id of a portfolio that is kept here
        why_not | {"facts": {}}                              | no rule                   | a text
        list_recommendations | {"portfolio": "x", "state": 3} | state = 3                | a text
        """)
    void saysWhatIsWrongWithArguments(String tool, String arguments, String found, String expected) {
        JsonNode problem = refused(tool, JSON.readValue(arguments, Map.class));

        assertThat(problem.path("found").asString()).isEqualTo(found);
        assertThat(problem.path("expected").asString()).contains(expected);
        assertThat(problem.path("fix").asString()).endsWith(".");
        assertThat(problem.path("type").asString()).startsWith("urn:throughline:problem:");
    }

    @Test
    void factsThatCannotBeUsedAreToldCellByCell() {
        JsonNode problem = refused("advise", Map.of("facts", Map.of("use_cases", List.of(7, "x"))));

        assertThat(problem.path("title").asString()).isEqualTo("Nothing in the input could be used");
        assertThat(problem.path("problems").size()).isPositive();
    }

    @Test
    void aToolThatIsNotThereIsAnErrorOfTheProtocol() {
        assertThatThrownBy(() -> called("delete_everything", Map.of())).isInstanceOf(McpError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"no/such\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"tools/call\", \"params\": {\"name\": 7}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"advise\","
                        + " \"arguments\": [1]}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"resources/read\", \"params\": {\"uri\": {}}}"
            })
    void answersWhatItCannotReadInTheProtocolsForm(String message) {
        HttpResponse<String> answer = post("/mcp", message);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("code").asInt()).as(answer.body()).isBetween(-32800, -32000);
        assertThat(answer.body()).doesNotContain("Exception", "java.", "tools.jackson", "stackTrace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{\"method\": \"tools/list\", \"id\": 1}",
                "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"tools/list\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\", \"params\": []}"
            })
    void refusesWhatIsNoMessageAsRestDoes(String message) {
        HttpResponse<String> answer = post("/mcp", message);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"found\"", "\"expected\"", "\"fix\"")
                .doesNotContain("stackTrace");
    }

    @Test
    void aPageFromElsewhereMayNotAsk() {
        String list = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

        assertThat(from("https://evil.example", list).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> from(String origin, String body) {
        return app.send(HttpRequest.newBuilder(app.uri("/mcp"))
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body)));
    }
}
