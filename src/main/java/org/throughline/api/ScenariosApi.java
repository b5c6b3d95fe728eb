package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.advice.Effect;
import org.throughline.app.Advisor;
import org.throughline.app.Edit;
import org.throughline.app.Supposed;
import org.throughline.app.WhatIf;
import org.throughline.facts.Portfolio;
import org.throughline.history.HistoryJson;
import org.throughline.history.Scenario;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.RefusedException;
import org.throughline.report.EffectJson;

@RestController
@RequestMapping(path = "/api/v1/portfolios/{portfolio}/snapshots/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "What if", description = "What would be advised if some facts were otherwise; the facts stay as they are.")
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
class ScenariosApi {

    private final Portfolios portfolios;
    private final Advisor advisor;

    ScenariosApi(Portfolios portfolios, Advisor advisor) {
        this.portfolios = portfolios;
        this.advisor = advisor;
    }

    /** One thing that somebody supposes. */
    record Supposition(
            @Schema(description = "The file; decisions to suppose one.", example = "handoffs") @Nullable
            String table,

            @Schema(
                    description = "Of the fact; of a decision, what is decided on: use_case:uc-1.",
                    example = "wf-1/s1->s2")
            @Nullable
            String id,

            @Schema(
                    description = "What of it is supposed; of a step, merge joins it to the one before it.",
                    example = "wait_h")
            @Nullable
            String column,

            @Schema(description = "As a cell would say it; nothing says that there is none.", example = "0") @Nullable
            String value) {

        private Edit edit() {
            return new Edit(written(table), written(id), written(column), written(value));
        }

        private static String written(@Nullable String part) {
            return Objects.requireNonNullElse(part, "").strip();
        }

        private static Supposition of(String kept) {
            Edit edit = Edit.of(kept);
            return new Supposition(edit.table(), edit.key(), edit.column(), edit.value());
        }
    }

    /** What a client supposes. */
    record Suppositions(
            @Schema(description = "One after the other.") @Nullable
            List<Supposition> changes) {

        /** @throws RefusedException where there is nothing in it */
        private List<Edit> edits() {
            if (changes == null || changes.isEmpty()) {
                throw RefusedException.wrong(List.of(RefusedException.problem(
                        "changes",
                        "Nothing.",
                        "What is supposed: table, id, column and value of each.",
                        "Suppose something.")));
            }
            return changes.stream().map(Supposition::edit).toList();
        }
    }

    /** A scenario, as clients see it. */
    record ScenarioCard(String name, List<Supposition> changes, Instant keptAt, String keptBy) {

        static ScenarioCard of(Scenario it) {
            return new ScenarioCard(
                    it.name(), it.edits().stream().map(Supposition::of).toList(), it.keptAt(), it.keptBy());
        }
    }

    @PostMapping(path = "/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "suppose",
            summary = "What would be advised if some facts were otherwise",
            description =
                    "Each finding and recommendation that appears, vanishes or differs, by the rules of today. Nothing"
                            + " is kept.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Suppositions.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    void whatIf(
            @PathVariable String portfolio,
            @PathVariable long number,
            @Parameter(hidden = true) HttpServletRequest sent,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Portfolio facts = portfolios.facts(portfolios.snapshot(portfolio, number));
        List<Edit> edits = Sent.json(sent, Suppositions.class).edits();
        Advisor fixed = advisor.fixed();
        Effect effect = WhatIf.effect(fixed, facts, fixed.advise(facts), edits);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        EffectJson.write(effect, response.getOutputStream());
    }

    @GetMapping("/scenarios")
    @Operation(operationId = "listScenarios", summary = "What was supposed about it and kept, by name")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = ScenarioCard.class))))
    String list(
            @PathVariable String portfolio,
            @PathVariable long number,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        List<ScenarioCard> all = portfolios.scenarios(portfolios.snapshot(portfolio, number)).stream()
                .map(ScenarioCard::of)
                .toList();
        return HistoryJson.text(Paging.after(all, after, limit, ScenarioCard::name));
    }

    @PutMapping(path = "/scenarios/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "keepScenario",
            summary = "Keep what is supposed under a name, in place of what had it",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Suppositions.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScenarioCard.class)))
    String keep(
            @PathVariable String portfolio,
            @PathVariable long number,
            @PathVariable String name,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        SnapshotCard snapshot = portfolios.snapshot(portfolio, number);
        List<Edit> edits = Sent.json(sent, Suppositions.class).edits();
        Supposed.of(portfolios.facts(snapshot), edits); // what cannot be supposed is not kept
        portfolios.suppose(snapshot, name, edits.stream().map(Edit::toString).toList(), Sent.by(sent));
        return HistoryJson.text(ScenarioCard.of(kept(snapshot, name)));
    }

    @DeleteMapping("/scenarios/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetScenario", summary = "Forget what was supposed")
    @ApiResponse(responseCode = "204", content = @Content)
    void forget(
            @PathVariable String portfolio,
            @PathVariable long number,
            @PathVariable String name,
            @Parameter(hidden = true) HttpServletRequest sent) {
        SnapshotCard snapshot = portfolios.snapshot(portfolio, number);
        portfolios.forgetScenario(snapshot, kept(snapshot, name).name(), Sent.by(sent));
    }

    private Scenario kept(SnapshotCard snapshot, String name) {
        return portfolios.scenarios(snapshot).stream()
                .filter(it -> it.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> RefusedException.unknown(
                        "scenario " + name,
                        "There is none of that name.",
                        "The name of one that is kept beside this snapshot.",
                        "Choose one that is listed."));
    }
}
