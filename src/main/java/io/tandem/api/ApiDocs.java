package io.tandem.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What programs read at {@code /v3/api-docs} besides the methods: how to get in, and what errors look like. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    private static final String TICKET_KEY = "ticketKey";
    private static final String LOG_IN = "logIn";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI tandemApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tandem")
                        .version("1")
                        .description(
                                "Customers open a ticket and get its key; agents and process owners work with their log-in.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                TICKET_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token that came with the ticket; it opens this ticket alone"))
                        .addSecuritySchemes(
                                LOG_IN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("TANDEM")
                                        .description("The session of the log-in at /login")));
    }

    private static Schema<?> problem() {
        return new Schema<>()
                .type("object")
                .description("RFC 9457 problem details, in the language of Accept-Language")
                .addProperty("title", new Schema<>().type("string"))
                .addProperty("status", new Schema<>().type("integer"))
                .addProperty("detail", new Schema<>().type("string"))
                .addProperty("instance", new Schema<>().type("string"));
    }

    @Bean
    OpenApiCustomizer keysAndErrors() {
        return api -> api.getPaths()
                .forEach((path, methods) -> methods.readOperations().forEach(operation -> {
                    if (path.startsWith("/api/tickets/"))
                        operation.addSecurityItem(new SecurityRequirement().addList(TICKET_KEY));
                    if (path.startsWith("/api/desk/") || path.startsWith("/api/processes/"))
                        operation.addSecurityItem(new SecurityRequirement().addList(LOG_IN));
                    operation
                            .getResponses()
                            .addApiResponse(
                                    "4XX",
                                    new ApiResponse()
                                            .description("What is wrong and what to do about it")
                                            .content(new Content()
                                                    .addMediaType(
                                                            "application/problem+json",
                                                            new MediaType()
                                                                    .schema(new Schema<>()
                                                                            .$ref("#/components/schemas/"
                                                                                    + PROBLEM)))));
                }));
    }
}
