package org.throughline.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beyond what the controllers do. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenApiCustomizer describe() {
        return api -> {
            api.servers(List.of(new Server().url("/"))); // wherever it was asked; else it names the port it runs on
            api.info(new Info()
                    .title("Throughline")
                    .version("v1")
                    .description("Finds where a working AI pilot fails to carry through to the organisation, and"
                            + " says what to do first. The same facts, rules and date give the same"
                            + " answer, byte for byte."));
            if (api.getComponents() == null) {
                api.components(new Components());
            }
            Schemas.inLowerCase(api.getComponents());
            api.getPaths().forEach(ApiDescription::takesKeys);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ApiDescription::inParts);
            Schemas.addTo(api.getComponents());
        };
    }

    /** An answer that is a list is given in parts, see {@link Paging}. */
    private static void inParts(Operation operation) {
        ApiResponse done = operation.getResponses().get("200");
        if (done == null || done.getContent() == null) {
            return;
        }
        done.getContent().values().stream()
                .filter(content ->
                        content.getSchema() != null && content.getSchema().getItems() != null)
                .forEach(content -> content.setSchema(part(content.getSchema())));
    }

    private static Schema<?> part(Schema<?> items) {
        return new ObjectSchema()
                .addProperty("items", items)
                .addProperty(
                        "next",
                        new Schema<>()
                                .types(new TreeSet<>(Set.of("integer", "null", "string"))) // in one order at each start
                                .description(
                                        "To be sent as \"after\" for the part that follows; null where there is none."))
                .required(List.of("items"));
    }

    /** See {@link Replaying}. */
    private static void takesKeys(String address, PathItem path) {
        if (path.getPost() != null && Replaying.takesKeys(address)) {
            path.getPost()
                    .addParametersItem(new HeaderParameter()
                            .name(Replaying.HEADER)
                            .required(false)
                            .schema(new StringSchema())
                            .description("Of your choice, such as a UUID: who sends the same request again is given the"
                                    + " same answer, and nothing is done twice. Another request with a key that was"
                                    + " used is a 422, one whose first is still being answered a 409."));
            ApiResponse problem = new ApiResponse().$ref(Schemas.PROBLEM_RESPONSE);
            path.getPost().getResponses().putIfAbsent("409", problem);
            path.getPost().getResponses().putIfAbsent("422", problem);
        }
    }
}
