package org.throughline.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** What a request that is not let in is answered: a problem document (RFC 9457) for programs, a page for people. All go into the audit log. */
public final class Answers implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Where the page reads why; set before the request is forwarded to it. */
    public static final String REASON = "org.throughline.access.refused";

    /** The address of that page. */
    private static final String PAGE = "/refused";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private final AuditLog audit;

    Answers(AuditLog audit) {
        this.audit = audit;
    }

    /** Whether a program asks, and no page is shown. */
    static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Stream.of("/api/", "/mcp", "/v3/", "/actuator").anyMatch(path::startsWith)
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Nobody is logged in. People are led to the log-in, and from there to where they wanted. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (e instanceof BadTokenException bad) {
            refuse(request, response, bad.refused());
        } else if (isForPrograms(request)) {
            refuse(request, response, Refused.noLogIn(request));
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        Refused why = Refused.nothingThere(request);
        if (e instanceof CsrfException) {
            why = Refused.form();
        } else if (e instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof Verdict verdict
                && verdict.refused() != null) {
            why = verdict.refused();
        }
        refuse(request, response, why);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Refused why)
            throws IOException, ServletException {
        audit.refused(request, why);
        if (response.isCommitted()) {
            return;
        }
        if (isForPrograms(request)) {
            document(response, why);
        } else {
            response.setStatus(why.status().value());
            request.setAttribute(REASON, why);
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
    }

    private static void document(HttpServletResponse response, Refused why) throws IOException {
        response.setStatus(why.status().value());
        if (why.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"throughline\"");
        }
        response.setContentType("application/problem+json");
        byte[] body = JSON.writeValueAsString(why.document()).getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }
}
