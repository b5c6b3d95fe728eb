package org.throughline.api.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.throughline.api.Explained;
import org.throughline.api.JsonSyntax;
import org.throughline.api.Refusal;
import org.throughline.api.Sent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at a request before the library does, which trusts what it reads and answers what it cannot read with the stack trace of its failure.
 */
final class Door implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final JsonMapper JSON = new JsonMapper();

    private final DataSize largest;
    private final Explained explained;

    Door(DataSize largest, Explained explained) {
        this.largest = largest;
        this.explained = explained;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        Refusal refusal = refusal(request);
        if (refusal != null) {
            return answer(refusal.document());
        }
        if (request.method() != HttpMethod.POST) {
            return next.handle(request);
        }
        try {
            byte[] body = Sent.bytes(request.servletRequest(), largest);
            JsonSyntax.check(body);
            Refusal shape = shape(JSON.readTree(body));
            return shape != null
                    ? answer(shape.document())
                    : next.handle(ServerRequest.from(request).body(body).build());
        } catch (RuntimeException e) {
            return answer(explained.of(e));
        }
    }

    private static ServerResponse answer(ProblemDetail problem) {
        return ServerResponse.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static @Nullable Refusal refusal(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        List<MediaType> accepted = headers.getAccept();
        boolean both = accepted.contains(MediaType.APPLICATION_JSON) && accepted.contains(MediaType.TEXT_EVENT_STREAM);
        return request.method() != HttpMethod.POST || both
                ? null
                : new Refusal(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "The answer is of another type than asked for",
                        "Accept: " + headers.getFirst(HttpHeaders.ACCEPT),
                        "Accept: application/json, text/event-stream",
                        "Send both, as the Model Context Protocol has it.");
    }

    /** One request or notification of JSON-RPC. */
    private static @Nullable Refusal shape(JsonNode message) {
        JsonNode id = message.path("id");
        boolean fits = message.isObject()
                && message.path("jsonrpc").asString("").equals("2.0")
                && message.path("method").isString()
                && (id.isMissingNode() || id.isString() || id.isIntegralNumber())
                && (message.path("params").isMissingNode()
                        || message.path("params").isObject());
        return fits
                ? null
                : new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "no-message",
                        "The document is no message of the protocol",
                        message.isObject() ? "an object without what a request has" : "JSON that is no object",
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\", \"params\": {}}",
                        "Let a client of the Model Context Protocol write it.");
    }
}
