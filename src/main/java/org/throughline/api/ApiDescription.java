package org.throughline.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
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
            Schemas.addTo(api.getComponents());
        };
    }
}
