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
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.api.RuleDraftApi.Note;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDrafts;
import org.throughline.app.RuleDrafts.Pending;
import org.throughline.app.SavedDraft.Handed;
import org.throughline.app.TextDiff;
import org.throughline.findings.RuleVersion;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;

/** Drafts that others handed over: a second pair of eyes before rules are live. */
@RestController
@RequestMapping(path = "/api/v1/rules/handed-over", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "The rules that advise.")
class HandedDraftsApi {

    private final LiveRules live;
    private final RuleDrafts drafts;

    HandedDraftsApi(LiveRules live, RuleDrafts drafts) {
        this.live = live;
        this.drafts = drafts;
    }

    /** A draft that waits. */
    record Waiting(String key, Handed handed, Set<String> files) {

        static Waiting of(Pending it) {
            return new Waiting(
                    it.key(),
                    Objects.requireNonNull(it.draft().handed()),
                    it.draft().edits().keySet());
        }
    }

    /** The same with what differs from the live rules. */
    record Shown(String key, Handed handed, List<TextDiff> files, List<TextDiff> theirs) {}

    @GetMapping
    @Operation(
            operationId = "listHandedDrafts",
            summary = "Drafts that wait for another to publish them, the longest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Waiting.class))))
    String list(
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        List<Waiting> all = drafts.pending().stream().map(Waiting::of).toList();
        return HistoryJson.text(Paging.after(all, after, limit, Waiting::key));
    }

    private Pending one(String key) {
        return drafts.pending(key)
                .orElseThrow(() -> RefusedException.unknown(
                        "draft " + key,
                        "There is none of that key that waits, or its writer took it back.",
                        "The key of one that waits.",
                        "Choose one that GET /api/v1/rules/handed-over lists."));
    }

    @GetMapping("/{key}")
    @Operation(operationId = "getHandedDraft", summary = "One of them, with what differs from the live rules")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Shown.class)))
    @ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> get(@PathVariable String key) {
        Pending it = one(key);
        return ResponseEntity.ok()
                .eTag(Etags.of(version(it)))
                .body(HistoryJson.text(new Shown(
                        key,
                        Objects.requireNonNull(it.draft().handed()),
                        drafts.tried(it.draft(), live.get()).differences(),
                        drafts.theirs(it.draft(), live.get()))));
    }

    /** Of what was handed over: its writer may have taken it back, edited it and handed it over again. */
    private static long version(Pending it) {
        return Objects.requireNonNull(it.draft().handed()).at().toEpochMilli();
    }

    @PostMapping(path = "/{key}/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "publishHandedDraft",
            summary = "Make it live",
            description =
                    "As one's own draft: the check and all scenarios first. Without a note, that of its writer. The"
                            + " ETag says which text was looked at: what was handed over again since is not published"
                            + " unseen.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Note.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    @ApiResponse(responseCode = "403", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "412", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "428", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<?> publish(
            @PathVariable String key,
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
        Pending it = one(key);
        if (seen != version(it)) {
            return Etags.changed(seen, version(it));
        }
        String note = Sent.json(sent, Note.class).note();
        RuleVersion version = drafts.publish(
                it,
                live,
                Sent.by(sent),
                note == null ? Objects.requireNonNull(it.draft().handed()).note() : note);
        return ResponseEntity.created(URI.create("/api/v1/rules/versions/" + version.number()))
                .eTag("\"" + version.digest() + "\"")
                .body(HistoryJson.text(version));
    }

    @PostMapping(path = "/{key}/hand-back", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "handBackDraft",
            summary = "Let its writer have it again, with what is to be different",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Note.class))))
    @ApiResponse(responseCode = "204", content = @Content)
    @ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
    void handBack(@PathVariable String key, @Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        String note = Sent.json(sent, Note.class).note();
        drafts.handBack(one(key), live.get(), Sent.by(sent), note == null ? "" : note);
    }
}
