package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.app.LiveRules;
import org.throughline.app.RulesReview;
import org.throughline.report.FlawJson;
import org.throughline.report.RulesStatusJson;

@RestController
@RequestMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "The rules that advise.")
class RulesApi {

    private final @Nullable Path folder;

    private final LiveRules rules;

    RulesApi(@Value("${throughline.rules:#{null}}") @Nullable Path folder, LiveRules rules) {
        this.folder = folder;
        this.rules = rules;
    }

    @GetMapping("/status")
    @Operation(
            operationId = "rulesStatus",
            summary = "Which rules advise now, and what became of the last edit",
            description = "The digest that every advice names, since when, and how far the last edit of the rules came:"
                    + " checking, testing, live, or refused with every problem and every scenario that failed.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.RULES_STATUS)))
    void status(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        RulesStatusJson.write(rules.status(), response.getOutputStream());
    }

    @GetMapping("/check")
    @Operation(
            operationId = "checkRules",
            summary = "Everything that is wrong in the rules, as their files are now",
            description =
                    "What \"rules check --format json\" prints: each problem with file, line, column, rule, and what"
                            + " to do.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.RULES_REVIEW)))
    void check(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        RulesReview review = RulesReview.of(folder);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        FlawJson.write(review.flaws(), review.files(), response.getOutputStream());
    }
}
