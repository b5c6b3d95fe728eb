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
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String asked = request.getMethod() + " " + (address == null ? request.getRequestURI() : address);
        return Refusal.ofStatus(status(request), asked).document();
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.NOT_FOUND : known; // who asks for this path itself finds nothing
    }
}
