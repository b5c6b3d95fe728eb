package org.throughline.api.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import reactor.core.publisher.Mono;

/** Answers every request in the protocol's own form, whatever the library makes of it. */
record Answering(McpStatelessServerHandler it, Runnable before) implements McpStatelessServerHandler {

    @Override
    public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, McpSchema.JSONRPCRequest request) {
        before.run();
        return Mono.defer(() -> it.handleRequest(context, request))
                .map(response -> ours(response, request))
                .onErrorResume(e -> Mono.just(JSONRPCResponse.error(request.id(), error(e, request))));
    }

    private static JSONRPCResponse ours(JSONRPCResponse response, McpSchema.JSONRPCRequest request) {
        JSONRPCError error = response.error();
        return error != null && error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR
                ? JSONRPCResponse.error(request.id(), unread(request))
                : response;
    }

    private static JSONRPCError error(Throwable e, McpSchema.JSONRPCRequest request) {
        return e instanceof McpError known && known.getJsonRpcError() != null
                ? known.getJsonRpcError()
                : unread(request);
    }

    /** Tools and resources tell of their own failures: what is left is that the library could not read what was sent. */
    private static JSONRPCError unread(McpSchema.JSONRPCRequest request) {
        return new JSONRPCError(
                McpSchema.ErrorCodes.INVALID_PARAMS,
                "Found params that " + request.method() + " does not take, expected those of the protocol."
                        + " Let a client of the Model Context Protocol write them.",
                null);
    }

    @Override
    public Mono<Void> handleNotification(McpTransportContext context, McpSchema.JSONRPCNotification notification) {
        return Mono.empty(); // without sessions there is nothing that one could be about
    }
}
