package org.throughline.testkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /v3/api-docs} says of the API, for tests that hold the server to its word. */
public final class Described {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;

    public Described(String document) {
        this.root = JSON.readTree(document);
    }

    /**
     * One method of one address.
     *
     * @param path with the names of its parameters in braces
     */
    public record Operation(String method, String path, JsonNode node) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Parameters of that place: {@code path}, {@code query} or {@code header}. */
        public List<JsonNode> parameters(String place) {
            List<JsonNode> parameters = new ArrayList<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asString("").equals(place)) {
                    parameters.add(parameter);
                }
            });
            return parameters;
        }

        /** Of its request's body. */
        public List<String> mediaTypes() {
            return List.copyOf(node.path("requestBody").path("content").propertyNames());
        }

        public JsonNode body(String mediaType) {
            return node.path("requestBody").path("content").path(mediaType);
        }
    }

    /** All of them, by address and method. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    public JsonNode root() {
        return root;
    }

    /** The schema itself, wherever it stands. */
    public JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : root.at(reference.asString("").substring(1));
    }
}
