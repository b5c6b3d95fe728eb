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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.springframework.web.bind.annotation.RestController;
import org.throughline.app.LiveRules;
import org.throughline.app.TextDiff;
import org.throughline.findings.RuleVersion;
import org.throughline.history.HistoryJson;

@RestController
@RequestMapping(path = "/api/v1/rules/versions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "The rules that advise.")
class RuleVersionsApi {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(sha256:[0-9a-f]{64})\"");

    private final LiveRules rules;

    RuleVersionsApi(LiveRules rules) {
        this.rules = rules;
    }

    /**
     * What is to be live.
     *
     * @param note why, for those who look at the versions later
     * @param files texts that take the place of those of the live rules, by path; null deletes one
     * @param version instead of files: the number of an earlier version that is brought back
     */
    record Wanted(
            @Schema(description = "Why, for those who look at the versions later.") @Nullable
            String note,

            @Schema(
                    description = "Texts that take the place of those of the live rules, by path in the rules folder;"
                            + " null deletes a file.")
            @Nullable
            Map<String, @Nullable String> files,

            @Schema(description = "Instead of files: the number of an earlier version to bring back.") @Nullable
            Integer version) {}

    /** What differs between two versions. */
    record Compared(RuleVersion from, RuleVersion to, List<TextDiff> files) {}

    /** A version with all of its files. */
    record Whole(RuleVersion version, Map<String, String> files) {}

    @GetMapping
    @Operation(
            operationId = "listRuleVersions",
            summary = "Every state of the rules that was live, the latest first",
            description =
                    "With who made it live, when, why, and which files changed. The ETag is the digest of the rules"
                            + " that are live: send it as If-Match to publish.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = RuleVersion.class))))
    ResponseEntity<String> list(
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(required = false) @Nullable
                    Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Paging.limit(limit);
        List<RuleVersion> more = rules.versions().all().stream()
                .filter(it -> after == null || it.number() < after)
                .limit(most + 1L)
                .toList();
        return answer(Paging.of(more, most, RuleVersion::number));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "getRuleVersion", summary = "One version, with the text of each of its files")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Whole.class)))
    @ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> one(@Parameter(example = "1") @PathVariable int number) {
        RuleVersion version = version(number);
        return answer(new Whole(version, rules.versions().texts(version)));
    }

    @GetMapping("/compare")
    @Operation(
            operationId = "compareRuleVersions",
            summary = "What differs between two versions, line by line",
            description =
                    "Of each file that differs, the lines that are gone and new with three around them; fate \"gap\""
                            + " stands for lines that are left out.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Compared.class)))
    @ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> compare(
            @Parameter(example = "1") @RequestParam int from, @Parameter(example = "1") @RequestParam int to) {
        RuleVersion before = version(from);
        RuleVersion after = version(to);
        return answer(new Compared(before, after, rules.between(before, after).differences()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "publishRules",
            summary = "Make edited rules live, or bring an earlier version back",
            description = """
                Sends files that take the place of those of the live rules, or the number of an earlier version, with a note:
                {"note": "Our board meets every second month.", "files": {"thresholds.csv": "name,value,unit,reason..."}} or
                {"note": "It was better before.", "version": 3}. What is sent passes the check and all scenarios, or nothing
                changes (422). If-Match names the digest of the live rules that the edit was made from; if others are live by
                then, nothing changes either, and the answer (412) has their version and what they changed.\
                """,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Wanted.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    @ApiResponse(responseCode = "400", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "412", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "428", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<?> publish(
            @Parameter(description = "The digest of the live rules, as the ETag of GET.")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        Matcher seen = ETAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!seen.matches()) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_REQUIRED)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(unseen(ifMatch).document());
        }
        Wanted wanted = Sent.json(sent, Wanted.class);
        String note = wanted.note() == null ? "" : wanted.note();
        RuleVersion version = wanted.version() == null
                ? rules.publish(wanted.files() == null ? Map.of() : wanted.files(), seen.group(1), Sent.by(sent), note)
                : rules.rollBack(wanted.version(), seen.group(1), Sent.by(sent), note);
        return ResponseEntity.created(URI.create("/api/v1/rules/versions/" + version.number()))
                .eTag("\"" + version.digest() + "\"")
                .body(HistoryJson.text(version));
    }

    private static Refusal unseen(@Nullable String ifMatch) {
        return new Refusal(
                HttpStatus.PRECONDITION_REQUIRED,
                "version-required",
                "It is not said which live rules the change was made from",
                ifMatch == null ? "no If-Match" : "If-Match: " + ifMatch,
                "the ETag that GET /api/v1/rules/versions gave, such as If-Match: \"sha256:...\"",
                "Get it first, and send its ETag along: so nobody's change is overwritten unseen.");
    }

    private RuleVersion version(int number) {
        @Nullable RuleVersion version = rules.versions().one(number);
        if (version == null) {
            throw new NoSuchVersionException(number);
        }
        return version;
    }

    /** There is no version of that number. */
    static final class NoSuchVersionException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NoSuchVersionException(int number) {
            super("version " + number);
        }
    }

    private ResponseEntity<String> answer(Object body) {
        return ResponseEntity.ok().eTag("\"" + rules.get().digest() + "\"").body(HistoryJson.text(body));
    }
}
