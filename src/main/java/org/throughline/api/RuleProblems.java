package org.throughline.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.app.NotPublishedException;
import org.throughline.findings.Flaw;
import org.throughline.findings.RulesStatus.Attempt;
import org.throughline.history.HistoryJson;
import tools.jackson.databind.json.JsonMapper;

/** Rules that were not published, as problem documents: with everything that is wrong with them, or with what others did. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RuleProblems {

    private static final JsonMapper JSON = new JsonMapper();

    @ExceptionHandler
    ProblemDetail notPublished(NotPublishedException e) {
        ProblemDetail problem = new Refusal(
                        status(e), name(e), "The rules were not published", open(e), expected(e), e.fix())
                .document();
        @Nullable Attempt attempt = e.attempt();
        if (attempt != null) {
            problem.setProperty(
                    "problems",
                    attempt.errors().stream().map(RuleProblems::flaw).toList());
            problem.setProperty("failed", attempt.failed());
        }
        if (e.why() == NotPublishedException.Why.CONFLICT) {
            problem.setProperty("live", e.live() == null ? null : json(e.live(), Map.class));
            problem.setProperty("theirs", json(e.theirs(), List.class));
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail noSuchVersion(RuleVersionsApi.NoSuchVersionException e) {
        return new Refusal(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such version of the rules",
                        String.valueOf(e.getMessage()),
                        "the number of one that GET /api/v1/rules/versions lists",
                        "Choose one of those.")
                .document();
    }

    private static HttpStatus status(NotPublishedException e) {
        return switch (e.why()) {
            case CONFLICT -> HttpStatus.PRECONDITION_FAILED;
            case FIXED -> HttpStatus.CONFLICT;
            case ALONE -> HttpStatus.FORBIDDEN;
            case REFUSED, INCOMPLETE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String name(NotPublishedException e) {
        return switch (e.why()) {
            case CONFLICT -> "conflict";
            case FIXED -> "rules-fixed";
            case ALONE -> "another-publishes";
            case REFUSED -> "rules-refused";
            case INCOMPLETE -> "incomplete";
        };
    }

    private static String expected(NotPublishedException e) {
        return switch (e.why()) {
            case CONFLICT -> "the rules that are live, and a folder at rest";
            case FIXED -> "rules in a folder that can be written";
            case ALONE -> "a publisher who did not write it";
            case REFUSED -> "rules without errors that every scenario agrees with";
            case INCOMPLETE -> "a note, and files that differ or a version";
        };
    }

    private static String open(NotPublishedException e) {
        String found = e.found();
        return (Character.toLowerCase(found.charAt(0)) + found.substring(1)).replaceFirst("[.]$", "");
    }

    private static <T> T json(Object record, Class<T> type) {
        return JSON.readValue(HistoryJson.text(record), type);
    }

    private static Map<String, @Nullable Object> flaw(Flaw it) {
        Map<String, @Nullable Object> flaw = new LinkedHashMap<>();
        flaw.put("severity", it.isError() ? "error" : "warning");
        flaw.put("file", it.file());
        flaw.put("line", it.line() > 0 ? it.line() : null);
        flaw.put("column", it.column() > 0 ? it.column() : null);
        flaw.put("rule", it.rule());
        flaw.put("found", it.found());
        flaw.put("fix", it.fix());
        flaw.put("text", it.text());
        return flaw;
    }
}
