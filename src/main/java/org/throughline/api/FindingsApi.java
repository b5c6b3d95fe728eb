package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.app.LiveRules;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.Severity;
import org.throughline.findings.SubjectType;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.AdviceJson;

@RestController
@RequestMapping(path = "/api/v1/portfolios/{portfolio}/snapshots/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Snapshots")
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
class FindingsApi {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();
    private static final List<String> SUBJECTS =
            Arrays.stream(SubjectType.values()).map(SubjectType::word).toList();

    private final Portfolios portfolios;
    private final LiveRules rules;

    FindingsApi(Portfolios portfolios, LiveRules rules) {
        this.portfolios = portfolios;
        this.rules = rules;
    }

    /** By diagnostic, as advice has them. */
    private static Sorting<Finding> sorting(List<Finding> asInAdvice) {
        Map<Finding, Integer> places = new IdentityHashMap<>();
        asInAdvice.forEach(finding -> places.put(finding, places.size()));
        return new Sorting<>(Map.of(
                "diagnostic", Comparator.comparing(places::get),
                "severity", Comparator.comparing(Finding::severity)));
    }

    @GetMapping("/findings")
    @Operation(
            operationId = "listFindings",
            summary = "What the rules of today find in it, with evidence down to file and row",
            description = "Each as in the advice.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(ref = Schemas.FINDING))))
    String list(
            @PathVariable String portfolio,
            @PathVariable long number,
            @Parameter(description = "Only those of this diagnostic.", example = "A1")
                    @RequestParam(required = false)
                    @Nullable
                    String diagnostic,
            @Parameter(description = "Only those that matter that much, such as high.")
                    @RequestParam(required = false)
                    @Nullable
                    String severity,
            @Parameter(description = "Only those about this kind of thing, such as use_case.")
                    @RequestParam(required = false)
                    @Nullable
                    String subjectType,
            @Parameter(description = "Only those about what has this id.") @RequestParam(required = false) @Nullable
                    String subject,
            @Parameter(
                            description = Sorting.DESCRIPTION,
                            schema = @Schema(allowableValues = {"diagnostic", "-diagnostic", "severity", "-severity"}))
                    @RequestParam(defaultValue = "diagnostic")
                    String sort,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        Sorting.refuseUnless("diagnostic", diagnostic, diagnostics(rules));
        Sorting.refuseUnless("severity", severity, SEVERITIES);
        Sorting.refuseUnless("subjectType", subjectType, SUBJECTS);
        List<Finding> findings =
                portfolios.advice(portfolios.snapshot(portfolio, number)).findings();
        Predicate<Finding> wanted = it -> is(it.diagnostic(), diagnostic)
                && is(it.severity().word(), severity)
                && is(it.subject().type().word(), subjectType)
                && is(it.subject().id(), subject);
        Paging<Finding> part = Paging.after(
                findings.stream().sorted(sorting(findings).order(sort)).toList(), after, wanted, limit, Finding::id);
        return AdviceJson.findings(part.items(), part.next());
    }

    private static boolean is(String value, @Nullable String wanted) {
        return wanted == null || value.equals(wanted);
    }

    /** Those that there are by the rules of today. */
    static List<String> diagnostics(LiveRules rules) {
        return rules.get().diagnostics().stream().map(Diagnostic::id).toList();
    }
}
