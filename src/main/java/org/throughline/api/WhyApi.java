package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.app.Input;
import org.throughline.app.LiveRules;
import org.throughline.app.Request;
import org.throughline.app.Why;
import org.throughline.report.WhyJson;

@RestController
@RequestMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "The rules that advise.")
class WhyApi {

    private final LiveRules rules;
    private final DataSize largest;

    WhyApi(LiveRules rules, @Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this.rules = rules;
        this.largest = largest;
    }

    @PostMapping(path = "/{id}/why", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "whyRule",
            summary = "Why a diagnostic or rule fires about a subject of a portfolio, or why not",
            description =
                    "From the facts to the finding and what is recommended for it; or, of each rule, the conditions in"
                            + " order up to the first that failed, with its values, the threshold and how far off it was."
                            + " Nothing that is sent is kept.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = Schemas.PORTFOLIO))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "400", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "413", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    void why(
            @Parameter(description = "Of a diagnostic, or a rule's name.", example = "A1") @PathVariable String id,
            @Parameter(description = "Such as use_case:uc-4, uc-4 or organisation.", example = "use_case:uc-1")
                    @RequestParam
                    String subject,
            @Parameter(
                            description = "The day from which every duration counts. Default: today.",
                            example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(hidden = true) HttpServletRequest sent,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        LocalDate day = Sent.day(asOf);
        byte[] document = Sent.bytes(sent, largest);
        JsonSyntax.check(document);
        Why why = Why.ask(
                id,
                subject,
                rules.get(),
                Input.ofJson("portfolio.json", document),
                Request.asOf(day == null ? LocalDate.now() : day));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        WhyJson.write(
                why.asked(),
                why.subject(),
                why.finding(),
                why.links(),
                why.follows(),
                why.reasons(),
                response.getOutputStream());
    }
}
