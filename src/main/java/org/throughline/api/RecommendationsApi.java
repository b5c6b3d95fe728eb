package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.advice.Tier;
import org.throughline.app.LiveRules;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.State;
import org.throughline.history.Wish;
import org.throughline.portfolio.Followed;
import org.throughline.portfolio.Portfolios;
import org.throughline.store.Store;

@RestController
@RequestMapping(path = "/api/v1/portfolios/{portfolio}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Follow-through",
        description = "What people make of recommendations. Two who change the same at once:"
                + " the second is told, with both versions.")
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
class RecommendationsApi {

    private static final List<String> STATES =
            Arrays.stream(State.values()).map(State::word).toList();
    private static final List<String> TIERS =
            Arrays.stream(Tier.values()).map(Tier::name).toList();
    private static final Sorting<Followed> SORTING = new Sorting<>(Map.of(
            "rank", Comparator.comparing(it -> it.recommendation().rank()),
            "title", Comparator.comparing(it -> it.recommendation().title()),
            "kind", Comparator.comparing(it -> it.recommendation().kind())));

    private final Portfolios portfolios;

    private final LiveRules rules;

    RecommendationsApi(Portfolios portfolios, LiveRules rules) {
        this.rules = rules;
        this.portfolios = portfolios;
    }

    /** A recommendation in a list: enough to choose by; the advice has the rest. */
    record Listed(String id, int rank, String tier, String kind, String title, boolean hidden, Handling handling) {

        static Listed of(Followed it) {
            return new Listed(
                    it.id(),
                    it.recommendation().rank(),
                    it.recommendation().tier().name(),
                    it.recommendation().kind(),
                    it.recommendation().title(),
                    it.hidden(),
                    it.handling());
        }
    }

    @GetMapping("/snapshots/{number}/recommendations")
    @Operation(
            operationId = "listRecommendations",
            summary = "By rank, with what people made of them",
            description = "What was declined or snoozed is left out unless asked for; it stays in the score.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Listed.class))))
    String list(
            @PathVariable String portfolio,
            @PathVariable long number,
            @Parameter(description = "Only those in this state, such as accepted.")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Only those of this tier.", example = "P1")
                    @RequestParam(required = false)
                    @Nullable
                    String tier,
            @Parameter(description = "Only those that do this, such as name-owner.")
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @Parameter(description = "Only those that rest on a finding of this diagnostic.", example = "A1")
                    @RequestParam(required = false)
                    @Nullable
                    String diagnostic,
            @Parameter(description = "Only those about what has this id, or about a step or handoff of that workflow.")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(description = "Only those that this person or team decides.")
                    @RequestParam(required = false)
                    @Nullable
                    String decider,
            @Parameter(description = "Also those that were declined or snoozed.") @RequestParam(defaultValue = "false")
                    boolean hidden,
            @Parameter(
                            description = Sorting.DESCRIPTION,
                            schema = @Schema(allowableValues = {"rank", "-rank", "title", "-title", "kind", "-kind"}))
                    @RequestParam(defaultValue = "rank")
                    String sort,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "0") int after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        Sorting.refuseUnless("state", state, STATES);
        Sorting.refuseUnless("tier", tier, TIERS);
        Sorting.refuseUnless("diagnostic", diagnostic, FindingsApi.diagnostics(rules));
        List<Followed> all = portfolios.recommendations(portfolios.snapshot(portfolio, number)).stream()
                .sorted(SORTING.order(sort))
                .toList();
        Predicate<Followed> wanted = it -> (hidden || state != null || !it.hidden())
                && (state == null || it.state().word().equals(state))
                && (tier == null || it.recommendation().tier().name().equals(tier))
                && (kind == null || it.recommendation().kind().equals(kind))
                && (diagnostic == null || restsOn(it, diagnostic))
                && (subject == null || isAbout(it, subject))
                && (decider == null || decider.equals(it.recommendation().decider()));
        Paging<Followed> part = Paging.after(
                all,
                String.valueOf(after),
                wanted,
                limit,
                it -> it.recommendation().rank());
        return HistoryJson.text(
                new Paging<>(part.items().stream().map(Listed::of).toList(), part.next()));
    }

    private static boolean isAbout(Followed it, String subject) {
        String id = it.recommendation().subject().id();
        return id.equals(subject) || id.startsWith(subject + "/");
    }

    private static boolean restsOn(Followed it, String diagnostic) {
        return it.recommendation().findings().stream().anyMatch(finding -> finding.startsWith(diagnostic + ":"));
    }

    @GetMapping("/recommendations/{*id}")
    @Operation(operationId = "getHandling", summary = "What people made of a recommendation, with its ETag")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Handling.class)))
    ResponseEntity<String> one(@PathVariable String portfolio, @PathVariable String id) {
        return answer(portfolios.handling(portfolio, id.substring(1)));
    }

    @PutMapping(path = "/recommendations/{*id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeHandling",
            summary = "Accept, begin, finish, decline, snooze, or open again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Wish.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Handling.class)))
    @ApiResponse(responseCode = "412", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "428", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<?> change(
            @PathVariable String portfolio,
            @PathVariable String id,
            @Parameter(description = "The ETag that was seen.")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        Long seen = Etags.version(ifMatch);
        if (seen == null) {
            return Etags.unseen(ifMatch);
        }
        Wish wish = Sent.json(sent, Wish.class);
        Store.Change change = new Store.Change(id.substring(1), seen, wish);
        return answer(
                portfolios.change(portfolio, List.of(change), Sent.by(sent)).get(0));
    }

    private static ResponseEntity<String> answer(Handling handling) {
        return ResponseEntity.ok().eTag(Etags.of(handling.version())).body(HistoryJson.text(handling));
    }
}
