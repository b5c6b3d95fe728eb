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
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.access.Reader;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDraft;
import org.throughline.app.RuleDrafts;
import org.throughline.app.Rules;
import org.throughline.app.SavedDraft;
import org.throughline.app.SavedDraft.Handed;
import org.throughline.app.Scenarios;
import org.throughline.app.TextDiff;
import org.throughline.findings.RuleVersion;
import org.throughline.history.HistoryJson;
import org.throughline.history.PortfolioCard;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.RefusedException;
import org.throughline.report.EffectJson;
import org.throughline.report.FlawJson;
import org.throughline.report.TrialJson;

/** The draft of whoever asks: the one that the pages show them once they are logged in. */
@RestController
@RequestMapping(path = "/api/v1/rules/draft", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "The rules that advise.")
class RuleDraftApi {

    private final LiveRules live;
    private final RuleDrafts drafts;
    private final Portfolios portfolios;
    private final JobsApi jobs;
    private final @Nullable Path scenarios;

    RuleDraftApi(
            LiveRules live,
            RuleDrafts drafts,
            Portfolios portfolios,
            JobsApi jobs,
            @Value("${throughline.scenarios:#{null}}") @Nullable Path scenarios) {
        this.live = live;
        this.drafts = drafts;
        this.portfolios = portfolios;
        this.jobs = jobs;
        this.scenarios = scenarios;
    }

    /**
     * A draft, as clients see it.
     *
     * @param files by path in the rules folder, in its order
     */
    record DraftCard(
            @Schema(description = "The digest of the live rules that it was made from.")
            String seen,

            @Schema(description = "Whether other rules are live by now.")
            boolean moved,

            Instant at,

            @Schema(description = "Texts that differ from the live rules, by path.")
            Map<String, String> files,

            @Schema(description = "Since when it waits for another to publish it; null where it does not.") @Nullable
            Handed handed,

            @Schema(description = "When and why another handed it back last.") @Nullable
            Handed returned,

            @Schema(description = "Files of which others changed the same lines since: the draft's text stands.")
            List<String> contested) {}

    /** What a client wants to be different from the live rules. */
    record Edits(
            @Schema(
                    description = "All texts that are to differ from the live rules, by path in the rules folder.",
                    example = "{\"thresholds.csv\": \"name,value,unit,reason\\n...\"}")
            @Nullable
            Map<String, String> files) {}

    /** Why the rules change. */
    record Note(
            @Schema(description = "Why, for those who look at the versions later.") @Nullable
            String note) {}

    /** What differs, line by line. */
    record Differences(List<TextDiff> files, List<TextDiff> theirs) {}

    private static String mine() {
        return RuleDrafts.ofAccount(Reader.current().name());
    }

    private SavedDraft draft() {
        return drafts.of(mine(), live.get());
    }

    private RuleDraft tried() {
        return drafts.tried(draft(), live.get());
    }

    private ResponseEntity<String> answer(SavedDraft draft) {
        Rules rules = live.get();
        Map<String, String> files = new LinkedHashMap<>();
        draft.edits().forEach((path, edit) -> files.put(path, edit.text()));
        boolean moved = !draft.isEmpty() && !draft.seen().equals(rules.digest());
        return ResponseEntity.ok()
                .body(HistoryJson.text(new DraftCard(
                        draft.seen(),
                        moved,
                        draft.at(),
                        files,
                        draft.handed(),
                        draft.returned(),
                        drafts.contested(draft, rules))));
    }

    @GetMapping
    @Operation(
            operationId = "getRuleDraft",
            summary = "What you have edited of the rules and not published",
            description = "Each account has one draft, the one that the pages show; it stays until it is published or"
                    + " discarded, whatever is reloaded or restarted.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftCard.class)))
    ResponseEntity<String> get() {
        return answer(draft());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "saveRuleDraft",
            summary = "Say which files are to differ from the live rules, and how",
            description = "All of them: what is not named is as in the live rules again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Edits.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftCard.class)))
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> save(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        Edits edits = Sent.json(sent, Edits.class);
        return answer(drafts.replace(mine(), live.get(), edits.files() == null ? Map.of() : edits.files()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "discardRuleDraft", summary = "Forget your draft")
    @ApiResponse(responseCode = "204", content = @Content)
    void discard() {
        drafts.discard(mine());
    }

    @GetMapping("/diff")
    @Operation(
            operationId = "diffRuleDraft",
            summary = "What differs from the live rules, line by line",
            description = "And, under theirs, what others changed since in the same lines.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Differences.class)))
    ResponseEntity<String> diff() {
        SavedDraft draft = draft();
        Rules rules = live.get();
        return ResponseEntity.ok()
                .body(HistoryJson.text(
                        new Differences(drafts.tried(draft, rules).differences(), drafts.theirs(draft, rules))));
    }

    @PostMapping("/check")
    @Operation(
            operationId = "checkRuleDraft",
            summary = "Everything that is wrong in the rules with your draft in them",
            description = "What \"rules check --format json\" prints.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.RULES_REVIEW)))
    void check(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        RuleDraft tried = tried();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        FlawJson.write(tried.flaws(), tried.size(), response.getOutputStream());
    }

    @PostMapping("/test")
    @Operation(
            operationId = "testRuleDraft",
            summary = "What the scenarios say of the rules with your draft in them",
            description = "What \"rules test --format json\" prints.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    void test(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        var trial = tried().tested(Scenarios.in(scenarios));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        TrialJson.write(trial, response.getOutputStream());
    }

    @PostMapping("/effect")
    @Operation(
            operationId = "tryRuleDraft",
            summary = "What your draft would change in the advice of a portfolio, or of all",
            description = "On its newest snapshot: each finding and recommendation that appears, vanishes or differs,"
                    + " as \"rules diff --format json\" prints them. Without a portfolio: on all that you may see, as a"
                    + " job (202).")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "202",
            description = "Without a portfolio, or with Prefer: respond-async",
            content = @Content(schema = @Schema(implementation = JobsApi.JobCard.class)))
    @ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
    @Nullable
    ResponseEntity<String> effect(
            @Parameter(description = "Its id. Left out: all that you may see.", example = "sales")
                    @RequestParam(required = false)
                    @Nullable
                    String portfolio,
            @Parameter(description = JobsApi.PREFER) @RequestHeader(name = "Prefer", required = false) @Nullable
                    String prefer,
            @Parameter(hidden = true) HttpServletRequest sent,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        if (portfolio == null) {
            return jobs.accepted(EffectJob.KIND, null, EffectJob.asked(draft(), mayBeSeen()), sent);
        }
        SnapshotCard newest = newest(portfolio);
        if (JobsApi.isAskedFor(prefer)) {
            return jobs.accepted(EffectJob.KIND, null, EffectJob.asked(draft(), List.of(portfolio)), sent);
        }
        var effect = tried().effect(portfolios.facts(newest));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        EffectJson.write(effect, response.getOutputStream());
        return null;
    }

    private List<String> mayBeSeen() {
        Reader reader = Reader.current();
        return portfolios.list("", Integer.MAX_VALUE, it -> reader.sees(it.id())).stream()
                .map(PortfolioCard::id)
                .toList();
    }

    /** Of one that is not there and one that one may not see, the same is said. */
    private SnapshotCard newest(String portfolio) {
        if (!Reader.current().sees(portfolio) || !portfolios.isThere(portfolio)) {
            throw none(portfolio);
        }
        return portfolios.latest(portfolio).orElseThrow(() -> none(portfolio));
    }

    private static RefusedException none(String portfolio) {
        return RefusedException.unknown(
                "portfolio " + portfolio,
                "There is none of that id that has a snapshot and that you may see.",
                "The id of a portfolio that you may see, into which facts were imported.",
                "Choose one that GET /api/v1/portfolios lists, and import facts first.");
    }

    @PostMapping(path = "/hand-over", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "handOverRuleDraft",
            summary = "Let another publisher look at your draft, to publish it or hand it back",
            description = "An edit takes it back.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Note.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftCard.class)))
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> handOver(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        Note note = Sent.json(sent, Note.class);
        return answer(drafts.handOver(mine(), live.get(), Sent.by(sent), note.note() == null ? "" : note.note()));
    }

    @PostMapping(path = "/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "publishRuleDraft",
            summary = "Make your draft live",
            description = "It passes the check and all scenarios, or nothing changes (422) and it stays as it is. If"
                    + " other rules are live than it was made from, nothing changes either, and the answer (412) says"
                    + " what they changed: save it again on top of them.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Note.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "412", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> publish(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        Note note = Sent.json(sent, Note.class);
        RuleVersion version = drafts.publish(mine(), live, Sent.by(sent), note.note() == null ? "" : note.note());
        return ResponseEntity.created(URI.create("/api/v1/rules/versions/" + version.number()))
                .eTag("\"" + version.digest() + "\"")
                .body(HistoryJson.text(version));
    }
}
