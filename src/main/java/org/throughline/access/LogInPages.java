package org.throughline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Log-in and log-out of people, where it is required. */
public final class LogInPages {

    /** Where the log-in page finds what it has to say. */
    public static final String SAID = "throughline.said";

    private static final String PAGE = "/login";

    private final Accounts accounts;
    private final AuditLog audit;
    private final AccessSettings settings;

    LogInPages(Accounts accounts, AuditLog audit, AccessSettings settings) {
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
    }

    void addTo(HttpSecurity http, LogIn logIn) throws Exception {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(LogInPages::isPageToComeBackTo);
        wanted.setMatchingRequestParameterName(null);
        SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
        back.setRequestCache(wanted);
        http.requestCache(it -> it.requestCache(wanted))
                .formLogin(it -> it.loginPage(PAGE)
                        .usernameParameter("name")
                        .successHandler((request, response, who) -> in(request, response, who, back))
                        .failureHandler(this::failed))
                .logout(it -> it.logoutUrl("/logout")
                        .logoutSuccessUrl(PAGE + "?out")
                        .deleteCookies("throughline")
                        .addLogoutHandler((request, response, who) -> {
                            if (who != null) {
                                audit.account(request, who.getName(), "log out", "done", "");
                            }
                        }));
        if (logIn.hasIssuer()) {
            new IssuerLogIn(accounts, audit, settings, back).addTo(http);
        }
    }

    private static boolean isPageToComeBackTo(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains("text/html")
                && request.getHeader("HX-Request") == null
                && !Answers.isForPrograms(request);
    }

    private void in(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            SavedRequestAwareAuthenticationSuccessHandler back)
            throws IOException, jakarta.servlet.ServletException {
        audit.account(request, who.getName(), "log in", "done", "with a password");
        back.onAuthenticationSuccess(request, response, who);
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String typed = String.valueOf(request.getParameter("name"));
        String name =
                accounts.one(typed).isPresent() ? typed : "an unknown name"; // which may be a password, by mistake
        if (e instanceof PasswordCheck.TooManyException many) {
            audit.account(
                    request,
                    name,
                    "log in",
                    "refused",
                    many.refused().name() + ": " + many.refused().found());
            request.getSession().setAttribute(SAID, many.refused().sentence());
            response.sendRedirect(request.getContextPath() + PAGE + "?wait");
        } else {
            audit.account(request, name, "log in", "refused", "wrong name or password");
            response.sendRedirect(request.getContextPath() + PAGE + "?failed");
        }
    }
}
