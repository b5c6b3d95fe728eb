package org.throughline.api;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.access.Refused;
import org.throughline.access.UnfitException;

/** What cannot be done with accounts and tokens, as problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessProblems {

    @ExceptionHandler
    ProblemDetail unfit(UnfitException e) {
        Refused it = e.refused();
        return new Refusal(it.status(), it.name(), it.title(), it.found(), it.expected(), it.fix()).document();
    }
}
