package org.throughline.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.testkit.Described;
import org.throughline.testkit.Described.Operation;
import tools.jackson.databind.JsonNode;

/**
 * What one description of an API promises and a later one does not keep: an address, a method, a parameter, a kind of body or answer, a
 * property or a type that is gone; a parameter or property that is required now. No library does this for a description by springdoc's
 * jakarta line without bringing the same classes of another line into the tests.
 */
final class Promises {

    private final Described before;
    private final Described after;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private Promises(Described before, Described after) {
        this.before = before;
        this.after = after;
    }

    /** Each as one line, by address. */
    static List<String> broken(Described before, Described after) {
        Promises promises = new Promises(before, after);
        for (Operation operation : before.operations()) {
            after.operations().stream()
                    .filter(other -> other.toString().equals(operation.toString()))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> promises.compare(operation, other),
                            () -> promises.broken.add(operation + " is gone"));
        }
        return promises.broken;
    }

    private void compare(Operation old, Operation now) {
        compareParameters(old, now);
        JsonNode body = old.node().path("requestBody").path("content");
        compareContent(old + ", body", body, now.node().path("requestBody").path("content"), true);
        old.node().path("responses").properties().forEach(response -> {
            String place = old + ", answer " + response.getKey();
            JsonNode answer = now.node().path("responses").path(response.getKey());
            if (answer.isMissingNode()) {
                broken.add(place + " is gone");
            } else {
                compareContent(
                        place,
                        before.resolved(response.getValue()).path("content"),
                        after.resolved(answer).path("content"),
                        false);
            }
        });
    }

    private void compareParameters(Operation old, Operation now) {
        for (String place : List.of("path", "query", "header")) {
            for (JsonNode parameter : old.parameters(place)) {
                JsonNode same = named(parameter.path("name").asString(""), now.parameters(place));
                String where = old + ", parameter " + parameter.path("name").asString("");
                if (same == null) {
                    broken.add(where + " is gone");
                } else {
                    compareSchemas(where, parameter.path("schema"), same.path("schema"), true);
                    demand(where, parameter, same);
                }
            }
            for (JsonNode parameter : now.parameters(place)) {
                if (parameter.path("required").asBoolean(false)
                        && named(parameter.path("name").asString(""), old.parameters(place)) == null) {
                    broken.add(old + ", parameter " + parameter.path("name").asString("") + " is new and required");
                }
            }
        }
    }

    private void demand(String where, JsonNode old, JsonNode now) {
        if (now.path("required").asBoolean(false) && !old.path("required").asBoolean(false)) {
            broken.add(where + " is required now");
        }
    }

    private static JsonNode named(String name, List<JsonNode> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.path("name").asString("").equals(name))
                .findFirst()
                .orElse(null);
    }

    private void compareContent(String where, JsonNode old, JsonNode now, boolean sent) {
        old.properties().forEach(type -> {
            JsonNode same = now.path(type.getKey());
            if (same.isMissingNode()) {
                broken.add(where + " as " + type.getKey() + " is gone");
            } else {
                compareSchemas(where, type.getValue().path("schema"), same.path("schema"), sent);
            }
        });
    }

    /** @param sent by the client, who may go on to send what was allowed; else given, and the client may go on to read it */
    private void compareSchemas(String where, JsonNode oldReference, JsonNode nowReference, boolean sent) {
        String name = oldReference.path("$ref").asString("");
        if (!name.isEmpty() && !compared.add(name + sent)) {
            return;
        }
        JsonNode old = before.resolved(oldReference);
        JsonNode now = after.resolved(nowReference);
        if (old.has("type") && !old.path("type").equals(now.path("type"))) {
            broken.add(where + " was " + old.path("type") + " and is " + now.path("type"));
        }
        for (JsonNode value : sent ? old.path("enum") : now.path("enum")) {
            JsonNode others = sent ? now.path("enum") : old.path("enum");
            if (!others.isMissingNode() && !contains(others, value)) {
                broken.add(where + (sent ? " no longer takes " : " may be what nobody expects: ") + value);
            }
        }
        compareProperties(where, old, now, sent);
        if (old.has("items")) {
            compareSchemas(where + "[]", old.path("items"), now.path("items"), sent);
        }
    }

    private void compareProperties(String where, JsonNode old, JsonNode now, boolean sent) {
        old.path("properties").properties().forEach(property -> {
            String place = where + "." + property.getKey();
            JsonNode same = now.path("properties").path(property.getKey());
            if (same.isMissingNode()) {
                broken.add(place + " is gone");
            } else {
                compareSchemas(place, property.getValue(), same, sent);
            }
        });
        for (JsonNode required : now.path("required")) {
            if (sent && !contains(old.path("required"), required)) {
                broken.add(where + "." + required.asString("") + " is required now");
            }
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
