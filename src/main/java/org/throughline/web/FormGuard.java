package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Forms are taken from our own pages only. The API keeps nothing and knows no reader, so it needs none of this. */
@Configuration(proxyBeanMethods = false)
class FormGuard {

    @Bean
    FilterRegistrationBean<CsrfFilter> formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        CsrfFilter filter = new CsrfFilter(tokens);
        filter.setRequireCsrfProtectionMatcher(FormGuard::changesSomething);
        filter.setAccessDeniedHandler(FormGuard::refuse);
        return new FilterRegistrationBean<>(filter);
    }

    /** Writes the token into every form of ours. */
    @Bean
    RequestDataValueProcessor requestDataValueProcessor() {
        return new CsrfRequestDataValueProcessor();
    }

    private static boolean changesSomething(HttpServletRequest request) {
        boolean onlyAsks =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !onlyAsks && !request.getRequestURI().startsWith("/api/");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/html;charset=UTF-8");
        String page = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not taken ·"
                + " Throughline</title><h1>This form was not taken</h1><p>It did not come from a page of ours, or that"
                + " page is too old, or what it sent is too large. <a href=\"/\">Go to the first page</a> and send it from"
                + " there.</p></html>";
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
