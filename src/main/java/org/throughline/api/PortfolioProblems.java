package org.throughline.api;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.facts.Problem;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.ConflictException;
import org.throughline.store.StoreException;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong with what is kept, as problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortfolioProblems {

    private static final JsonMapper JSON = new JsonMapper();

    @ExceptionHandler
    ProblemDetail refused(RefusedException e) {
        return document(e);
    }

    static ProblemDetail document(RefusedException e) {
        HttpStatus status = switch (e.why()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case TAKEN -> HttpStatus.CONFLICT;
            case WRONG -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String name = switch (e.why()) {
            case UNKNOWN -> "not-found";
            case TAKEN -> "taken";
            case WRONG -> "unusable-input";
        };
        Problem first = e.problems().get(0);
        ProblemDetail problem = new Refusal(
                        status,
                        name,
                        first.file() + ": " + open(first.found()),
                        open(first.found()),
                        open(first.expected()),
                        first.fix())
                .document();
        if (e.why() == RefusedException.Why.WRONG) {
            problem.setProperty(
                    "problems",
                    e.problems().stream().map(ProblemDocuments::asInAdvice).toList());
        }
        return problem;
    }

    private static String open(String sentence) {
        String small = Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
        return small.replaceFirst("[.]$", "");
    }

    /** With both versions, so that nobody has to ask again to see what happened. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(ConflictException e) {
        Handling current = e.current();
        ProblemDetail problem = new Refusal(
                        HttpStatus.PRECONDITION_FAILED,
                        "conflict",
                        "Somebody else changed it first",
                        "version " + current.version() + " by " + current.changedBy(),
                        "version " + e.wished().seen(),
                        "Look at both, and send the change again with If-Match: \"" + current.version() + "\".")
                .document();
        problem.setProperty("current", json(current));
        problem.setProperty("wished", json(e.wished().wish()));
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .header(HttpHeaders.ETAG, Etags.of(current.version()))
                .body(problem);
    }

    private static Object json(Object record) {
        return JSON.readValue(HistoryJson.text(record), java.util.LinkedHashMap.class);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> key(KeyProblem e) {
        Refusal refusal = e.refusal();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status());
        return (refusal.status() == HttpStatus.CONFLICT ? answer.header(HttpHeaders.RETRY_AFTER, "1") : answer)
                .body(refusal.document());
    }

    @ExceptionHandler
    ProblemDetail notKept(StoreException e) {
        HttpStatus status = e.isFull() ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.SERVICE_UNAVAILABLE;
        String name = e.isFull() ? "no-space" : "store-unavailable";
        return new Refusal(status, name, "It could not be kept", open(e.found()), open(e.expected()), e.fix())
                .document();
    }
}
