package org.throughline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.throughline.api.jobs.JobQueue;
import org.throughline.api.limits.ServiceLimits;
import org.throughline.api.limits.TurnedAwayException;
import org.throughline.app.UnusableException;
import org.throughline.facts.Problem;

/**
 * Whatever goes wrong in a request, as a problem document (RFC 9457): what was found, what was expected, what to do. No stack trace leaves the
 * process; what we did not foresee is logged under a number that the document names.
 */
@RestControllerAdvice
class ProblemDocuments extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDocuments.class);

    private final DataSize largest;
    private final ServiceLimits limits;

    ProblemDocuments(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest, ServiceLimits limits) {
        this.largest = largest;
        this.limits = limits;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(JobQueue.FullException e) {
        HttpStatus status = e.isOwn() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Refusal(
                                status,
                                e.isOwn() ? "too-many-requests" : "busy",
                                e.isOwn() ? "There are too many jobs of yours" : "There are too many jobs",
                                e.found(),
                                e.expected(),
                                "Send it again after 10 s, as the header Retry-After says.")
                        .document());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedJsonException e) {
        Refusal refusal = new Refusal(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                "The document cannot be read as JSON",
                e.found(),
                e.expected(),
                "Mend line %d, column %d of the document.".formatted(e.line(), e.column()));
        ProblemDetail problem = refusal.document();
        problem.setProperty("line", e.line());
        problem.setProperty("column", e.column());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail noDay(NoDayException e) {
        return new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "no-day",
                        e.parameter() + " is not a day",
                        e.parameter() + "=" + e.found(),
                        "a day of the calendar, such as " + e.parameter() + "=2026-06-30",
                        "Write the day so, or leave " + e.parameter() + " out"
                                + (e.parameter().equals(Sent.AS_OF) ? " for today." : "."))
                .document();
    }

    @ExceptionHandler(CancellationException.class)
    ProblemDetail tookTooLong() {
        return new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "assessment-too-long",
                        "The assessment took too long",
                        "an assessment of more than " + limits.assessmentSeconds() + " seconds",
                        "at most " + limits.assessmentSeconds() + " (setting throughline.limit.assessmentSeconds)",
                        "Send fewer facts at a time, or use the command line, which has no such limit.")
                .document();
    }

    @ExceptionHandler
    ProblemDetail tooLarge(TooLargeException e) {
        return Refusal.tooLarge(e.largest()).document();
    }

    @ExceptionHandler
    ProblemDetail badParts(MultipartException e, HttpServletRequest request) {
        return Refusal.ofParts(e, request.getContentType()).document();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> turnedAway(TurnedAwayException e) {
        ProblemDetail problem = new Refusal(
                        e.status(),
                        e.name(),
                        "There are too many requests",
                        e.found(),
                        e.expected(),
                        "Send it again after " + e.secondsToWait() + " s, as the header Retry-After says.")
                .document();
        return ResponseEntity.status(e.status())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(e.secondsToWait()))
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail unusable(UnusableException e) {
        return ofUnusable(e);
    }

    static ProblemDetail ofUnusable(UnusableException e) {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unusable-input",
                "Nothing in the input could be used",
                "There is no advice. Each of the problems says what was found, what was expected and how to mend it.");
        problem.setProperty(
                "problems",
                e.problems().stream().map(ProblemDocuments::asInAdvice).toList());
        return problem;
    }

    @ExceptionHandler
    @Nullable
    ProblemDetail unforeseen(Exception e, HttpServletResponse response) {
        if (response.isCommitted()) {
            LOG.debug("The answer was under way when it failed, for instance because nobody waits for it any more", e);
            return null;
        }
        String number = RequestIds.current();
        response.reset();
        response.setHeader(RequestIds.HEADER, number);
        return ours(e);
    }

    /** Logged under the number of the request, which the document names. */
    static ProblemDetail ours(Exception e) {
        String number = RequestIds.current();
        LOG.error("Failure {}", number, e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "our-failure",
                "Something went wrong on our side",
                "Please report it with the number " + number + ": the log says more.");
    }

    /** What Spring itself refuses, in our words. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest sent = ((ServletWebRequest) request).getRequest();
        ProblemDetail problem = Refusal.of(e, status, sent, largest).document();
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private static ProblemDetail problem(HttpStatus status, String name, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(Refusal.type(name));
        problem.setTitle(title);
        problem.setProperty("help", Refusal.help(name));
        return problem;
    }

    /** With the keys and the order that problems have in advice. */
    static Map<String, @Nullable Object> asInAdvice(Problem it) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("severity", it.severity().name().toLowerCase(Locale.ROOT));
        problem.put("file", it.file());
        problem.put("row", it.row());
        problem.put("column", it.column());
        problem.put("value", it.value());
        problem.put("expected", it.expected());
        problem.put("fix", it.fix());
        problem.put("found", it.found());
        problem.put("readAs", it.readAs());
        return problem;
    }
}
