package org.throughline.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fails before or beside every controller is a problem document as well; Boot's own form of it is another. */
@RestController
@io.swagger.v3.oas.annotations.Hidden
class Unhandled implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ProblemDetail problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ProblemDocuments.ofStatus(
                status, status.is5xxServerError() ? "The log says more." : "The request could not be understood.");
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.NOT_FOUND : known; // who asks for this path itself finds nothing
    }
}
