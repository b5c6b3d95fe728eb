package org.throughline.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.throughline.store.Account;
import org.throughline.store.Account.Grant;

/** Log-in with an organisation's own accounts (OpenID Connect). Who they are and their roles come from the issuer, anew with each log-in. */
final class IssuerLogIn {

    private final Accounts accounts;
    private final AuditLog audit;
    private final AccessSettings settings;
    private final AuthenticationSuccessHandler back;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    IssuerLogIn(Accounts accounts, AuditLog audit, AccessSettings settings, AuthenticationSuccessHandler back) {
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
        this.back = back;
    }

    void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(it -> it.loginPage("/login")
                .authorizationEndpoint(at -> at.baseUri("/login/with"))
                .successHandler(this::in)
                .failureHandler((request, response, e) -> {
                    audit.account(request, "nobody", "log in", "refused", "by the issuer: " + e.getMessage());
                    failed(request, response);
                }));
    }

    private void in(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        OidcUser user = (OidcUser) who.getPrincipal();
        Set<Grant> grants = settings.grants(values(user.getClaim(settings.rolesClaim())));
        Account account =
                accounts.ofIssuer(user.getIssuer() + "|" + user.getSubject(), name(user), display(user), grants);
        SecurityContextHolder.clearContext();
        if (!account.active()) {
            audit.account(request, account.name(), "log in", "refused", "the account is switched off");
            sessions.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
            failed(request, response);
            return;
        }
        SignedIn signedIn = new SignedIn(account.name(), account.epoch(), Instant.now());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        sessions.saveContext(context, request, response);
        audit.account(request, account.name(), "log in", "done", "by the issuer " + user.getIssuer());
        back.onAuthenticationSuccess(request, response, signedIn);
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?issuer");
    }

    private static String name(OidcUser user) {
        return Stream.of(user.getPreferredUsername(), user.getEmail(), user.getSubject())
                .filter(it -> it != null && !it.isBlank())
                .findFirst()
                .orElseThrow();
    }

    private static String display(OidcUser user) {
        return user.getFullName() == null ? name(user) : user.getFullName();
    }

    private static List<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(claim.toString().split("\\s+"));
    }
}
