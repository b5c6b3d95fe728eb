package org.throughline.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Versions as ETags: so that nobody's change is overwritten unseen. */
final class Etags {

    private Etags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Null where it is none of ours. */
    static @Nullable Long version(@Nullable String etag) {
        return etag != null && etag.matches("(W/)?\"\\d{1,18}\"") ? Long.valueOf(etag.replaceAll("\\D", "")) : null;
    }

    /** 428: it has to be said which version is meant. */
    static ResponseEntity<ProblemDetail> unseen(@Nullable String ifMatch) {
        return answer(new Refusal(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "version-required",
                        "It is not said which version the change is for",
                        ifMatch == null ? "no If-Match" : "If-Match: " + ifMatch,
                        "the ETag that GET gave, such as If-Match: \"0\"",
                        "Get it first, and send its ETag along: so nobody's change is overwritten unseen.")
                .document());
    }

    /** 412: it is another version by now. */
    static ResponseEntity<ProblemDetail> changed(long seen, long current) {
        ProblemDetail problem = new Refusal(
                        HttpStatus.PRECONDITION_FAILED,
                        "conflict",
                        "Somebody else changed it first",
                        "version " + current,
                        "version " + seen,
                        "Get it again, and look at what changed.")
                .document();
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .header(HttpHeaders.ETAG, of(current))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
