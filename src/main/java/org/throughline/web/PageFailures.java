package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.app.UnusableException;
import org.throughline.facts.Problem;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.ConflictException;

/** What goes wrong in a request for a page becomes a page; all else becomes a problem document, see the API. */
@Component
class PageFailures implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageFailures.class);

    private final DataSize largest;

    PageFailures(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this.largest = largest;
    }

    @Override
    public int getOrder() {
        return -1; // before those of Spring
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (e instanceof Rooms.NotReadException notRead) {
            return new ModelAndView("redirect:/p/" + notRead.key() + "/reading");
        }
        if (e instanceof NoSuchPageException none) {
            return page(HttpStatus.NOT_FOUND, none.heading(), String.valueOf(none.getMessage()), request);
        }
        if (e instanceof Shelf.FullException full) {
            boolean never = full.why() == Shelf.HowFull.TOO_LARGE;
            return page(
                    never ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.SERVICE_UNAVAILABLE,
                    never ? "These files are too large" : "There is no room just now",
                    String.valueOf(full.getMessage()),
                    request);
        }
        String accepted = request.getHeader("Accept");
        boolean wantsPage = accepted != null && accepted.contains("text/html");
        if (!wantsPage || request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        if (e instanceof RefusedException refused) {
            HttpStatus status =
                    refused.why() == RefusedException.Why.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
            return page(
                    status, "That cannot be done", sentence(refused.problems().get(0)), request);
        }
        if (e instanceof ConflictException conflict) {
            String by = String.valueOf(conflict.current().changedBy());
            String message = "Somebody else (" + by
                    + ") changed it since you saw it. Nothing of yours was kept: look at it again.";
            return page(HttpStatus.CONFLICT, "It was changed meanwhile", message, request);
        }
        if (e instanceof UnusableException unusable) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "That cannot be used",
                    sentence(unusable.problems().get(0)),
                    request);
        }
        HttpStatusCode status = status(e);
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        String heading = status.value() == 404 ? "There is no such page" : "That did not work";
        return page(status, heading, message(status), request);
    }

    private static String sentence(Problem it) {
        return (it.file() == null ? "" : it.file() + ": ") + it.found() + " Expected: " + it.expected() + " "
                + it.fix();
    }

    private static HttpStatusCode status(Exception e) {
        if (e instanceof MaxUploadSizeExceededException) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (e instanceof MultipartException) {
            return HttpStatus.BAD_REQUEST;
        }
        return e instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static ModelAndView page(
            HttpStatusCode status, String heading, String message, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("failure", status);
        page.addObject("heading", heading);
        page.addObject("message", message);
        page.addObject("shown", new Shown(request.getLocale()));
        return page;
    }

    private String message(HttpStatusCode status) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            return "The address may have changed. The first page has what there is.";
        }
        if (status.value() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return "The files are too large: at most " + largest.toMegabytes()
                    + " MB together. The command line reads more.";
        }
        return status.is5xxServerError()
                ? "Something went wrong on our side. The log of the server says more."
                : "The request could not be understood. Go back to the first page and send the files from there.";
    }
}
