package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.access.AuditLog;
import org.throughline.history.HistoryJson;
import org.throughline.store.AuditFilter;
import org.throughline.store.AuditLine;

@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit", description = "Every change and every refused access. For administrators.")
class AuditApi {

    private static final List<String> OUTCOMES = List.of("done", "refused");

    private final AuditLog audit;

    AuditApi(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(operationId = "listAudit", summary = "Who changed what and who was refused what, the latest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = AuditLine.class))))
    @ApiResponse(responseCode = "403", ref = Schemas.PROBLEM_RESPONSE)
    String list(
            @Parameter(description = "Only what this account did.") @RequestParam(required = false) @Nullable
                    String actor,
            @Parameter(description = "Only what ended so.", schema = @Schema(allowableValues = {"done", "refused"}))
                    @RequestParam(required = false)
                    @Nullable
                    String outcome,
            @Parameter(
                            description = "The first day, in UTC.",
                            schema = @Schema(type = "string", format = "date"),
                            example = "2026-06-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "The last day, in UTC.",
                            schema = @Schema(type = "string", format = "date"),
                            example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = Paging.limit(limit);
        Sorting.refuseUnless("outcome", outcome, OUTCOMES);
        List<AuditLine> more = audit.lines(
                after == null ? Long.MAX_VALUE : after,
                most + 1,
                new AuditFilter(actor, outcome, Sent.day("from", from), Sent.day("to", to)));
        return HistoryJson.text(Paging.of(more, most, AuditLine::id));
    }
}
