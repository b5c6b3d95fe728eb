package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.testkit.Described;

class PromisesTest {

    private static final String RELEASED = """
        {"paths": {"/advice": {"post": {
           "parameters": [{"in": "query", "name": "asOf", "schema": {"type": "string"}}],
           "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Facts"}}}},
           "responses": {"200": {"content": {"application/json": {"schema": {"type": "array",
                "items": {"$ref": "#/components/schemas/Advice"}}}}}}}}},
         "components": {"schemas": {
           "Facts": {"type": "object", "properties": {"stage": {"type": "string", "enum": ["idea", "pilot"]}}},
           "Advice": {"type": "object", "properties": {"tier": {"type": "string", "enum": ["P1", "P2"]},
                "rank": {"type": "integer"}}}}}}\
        """;

    private static List<String> broken(String what, String by) {
        assertThat(RELEASED).contains(what);
        return Promises.broken(new Described(RELEASED), new Described(RELEASED.replace(what, by)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/advice           | /advise                          | POST /advice is gone",
                "post              | put                              | POST /advice is gone",
                "asOf              | day                              | POST /advice, parameter asOf is gone",
                "\"name\": \"asOf\"  | \"required\": true, \"name\": \"asOf\" | POST /advice, parameter asOf is"
                        + " required now",
                "\"200\"           | \"201\"                          | POST /advice, answer 200 is gone",
                "\"rank\"          | \"place\"                        | POST /advice, answer 200[].rank is gone",
                "\"integer\"       | \"string\"                       | POST /advice, answer 200[].rank was"
                        + " \"integer\" and is \"string\"",
                "\"P1\", \"P2\"    | \"P1\", \"P2\", \"P9\"           | POST /advice, answer 200[].tier may be what"
                        + " nobody expects: \"P9\"",
                "\"idea\", \"pilot\" | \"idea\"                       | POST /advice, body.stage no longer takes"
                        + " \"pilot\"",
                "\"Facts\": {      | \"Facts\": {\"required\": [\"stage\"], | POST /advice, body.stage is required now",
            })
    void namesWhatBreaksAClient(String what, String by, String told) {
        assertThat(broken(what, by)).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"rank\"          | \"note\": {\"type\": \"string\"}, \"rank\"",
                "\"idea\", \"pilot\" | \"idea\", \"pilot\", \"stopped\"",
                "\"P1\", \"P2\"    | \"P1\"",
                "\"/advice\"       | \"/more\": {\"get\": {}}, \"/advice\"",
            })
    void whatIsAddedBreaksNobody(String what, String by) {
        assertThat(broken(what, by)).isEmpty();
    }

    @Test
    void aNewParameterThatIsRequiredBreaksWhoeverDoesNotSendIt() {
        assertThat(broken(
                        "\"parameters\": [",
                        "\"parameters\": [{\"in\": \"query\", \"name\": \"unit\", \"required\": true,"
                                + " \"schema\": {}}, "))
                .containsExactly("POST /advice, parameter unit is new and required");
    }
}
