package org.throughline.api.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.throughline.api.Explained;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the server together. It keeps no sessions: nothing of a client stays between two requests, so any replica may answer, and no client
 * can fill the memory with conversations it never ends.
 */
@Configuration(proxyBeanMethods = false)
class McpServerSettings {

    private static final String ADDRESS = "/mcp";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private final Tools tools;
    private final RuleResources resources;
    private final Explained explained;

    McpServerSettings(Tools tools, RuleResources resources, Explained explained) {
        this.tools = tools;
        this.resources = resources;
        this.explained = explained;
    }

    @Bean
    RouterFunction<ServerResponse> mcp(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        McpJsonMapper json = new JacksonMcpJsonMapper(JSON);
        WebMvcStatelessServerTransport http = WebMvcStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint(ADDRESS)
                .build();
        Listed listed = new Listed();
        listed.server = server(new Guarded(http, listed), json);
        return http.getRouterFunction().filter(new Door(largest, explained));
    }

    private McpStatelessSyncServer server(McpStatelessServerTransport transport, McpJsonMapper json) {
        Described described = Described.shipped();
        Map<String, Function<Arguments, String>> does = tools.byName();
        McpServer.StatelessSyncSpecification server = McpServer.sync(transport)
                .jsonMapper(json)
                .serverInfo(
                        McpSchema.Implementation.builder("throughline", "v1").build())
                .instructions(described.instructions())
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .immediateExecution(true); // on the thread of the request, where it is known who asks
        for (Described.OneTool it : described.tools()) {
            Function<Arguments, String> tool = does.get(it.name());
            server.toolCall(described.tool(it), (context, asked) -> result(described, it, tool, asked));
        }
        return server.build();
    }

    private CallToolResult result(
            Described described,
            Described.OneTool it,
            Function<Arguments, String> tool,
            McpSchema.CallToolRequest asked) {
        try {
            Map<String, Object> given = asked.arguments() == null ? Map.of() : asked.arguments();
            return said(tool.apply(new Arguments(given, described.names(it))), false);
        } catch (WrongArgumentException e) {
            return said(JSON.writeValueAsString(e.refusal().document()), true);
        } catch (RuntimeException e) {
            return said(JSON.writeValueAsString(explained.of(e)), true);
        }
    }

    private static CallToolResult said(String text, boolean isError) {
        return CallToolResult.builder().addTextContent(text).isError(isError).build();
    }

    /** The library lists what it was given: given anew when other rules are live. */
    private final class Listed implements Runnable {

        private @Nullable McpStatelessSyncServer server;
        private String version = "";

        @Override
        public synchronized void run() {
            String now = resources.version();
            if (server != null && !now.equals(version)) {
                List.copyOf(server.listResources()).forEach(it -> server.removeResource(it.uri()));
                resources.all().forEach(it -> server.addResource(specification(it)));
                version = now;
            }
        }

        private SyncResourceSpecification specification(RuleResources.Entry it) {
            Resource resource = Resource.builder(it.address(), it.name())
                    .title(it.title())
                    .mimeType("text/markdown")
                    .build();
            return new SyncResourceSpecification(resource, (context, asked) -> read(asked.uri()));
        }

        private ReadResourceResult read(String address) {
            try {
                return new ReadResourceResult(
                        List.of(new TextResourceContents(address, "text/markdown", resources.text(address))));
            } catch (WrongArgumentException e) {
                throw McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                        .message(String.valueOf(e.refusal().document().getDetail()))
                        .build();
            }
        }
    }

    /** Spring AI's transport, with our answers to what it would fail at. */
    private record Guarded(WebMvcStatelessServerTransport http, Runnable before)
            implements McpStatelessServerTransport {

        @Override
        public void setMcpHandler(McpStatelessServerHandler handler) {
            http.setMcpHandler(new Answering(handler, before));
        }

        @Override
        public Mono<Void> closeGracefully() {
            return http.closeGracefully();
        }
    }
}
