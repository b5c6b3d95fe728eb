package org.throughline.access;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.throughline.store.AccessStore;
import org.throughline.store.Store;

/** What every request passes before it is answered. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChain {

    /** Each filter timed by itself is more than anybody asked for; requests are timed as a whole. */
    @Bean
    SecurityObservationSettings notEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AccessStore accessStore(Store store) {
        return store.access();
    }

    @Bean
    AuditLog auditLog(AccessStore store) {
        return new AuditLog(store, Clock.systemUTC());
    }

    @Bean
    Accounts accounts(AccessStore store) {
        return new Accounts(store, new Passwords(), Clock.systemUTC());
    }

    @Bean
    Tokens tokens(AccessStore store) {
        return new Tokens(store, Clock.systemUTC());
    }

    @Bean
    Throttle throttle(AccessSettings settings) {
        return new Throttle(settings.attempts(), settings.attemptsPerAddress(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    @Bean
    LogIn logIn(
            AccessSettings settings,
            Environment environment,
            AccessStore store,
            ObjectProvider<ClientRegistrationRepository> issuers) {
        boolean hasIssuer = issuers.getIfAvailable() != null;
        String address = environment.getProperty("server.address");
        return LogIn.of(settings.mode(), address, hasIssuer, store.hasAdministrator());
    }

    @Bean
    Leads leads(LogIn logIn, Accounts accounts) {
        return new Leads(logIn, accounts);
    }

    @Bean
    FirstAdministrator firstAdministrator(Accounts accounts, LogIn logIn, Throttle throttle) {
        return new FirstAdministrator(accounts, logIn, throttle);
    }

    @Bean
    WhoMay whoMay() {
        return WhoMay.shipped();
    }

    @Bean
    PasswordCheck passwordCheck(Accounts accounts, Throttle throttle) {
        return new PasswordCheck(accounts, throttle, Clock.systemUTC());
    }

    /** Ids of what organisations have may hold any character; the table is matched as Spring matches, so none of them deceives it. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowUrlEncodedLineFeed(true);
        firewall.setAllowUrlEncodedCarriageReturn(true);
        firewall.setAllowUrlEncodedLineSeparator(true);
        firewall.setAllowUrlEncodedParagraphSeparator(true);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        return firewall;
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            LogIn logIn,
            AccessSettings settings,
            Accounts accounts,
            Tokens tokens,
            WhoMay whoMay,
            AuditLog audit)
            throws Exception {
        Answers answers = new Answers(audit);
        http.addFilterBefore(new LocalOnly(logIn, answers), CsrfFilter.class)
                .addFilterBefore(
                        new WhoAsks(logIn, accounts, tokens, settings.session(), Clock.systemUTC()),
                        AuthorizationFilter.class)
                .addFilterAfter(new Recorded(audit), AuthorizationFilter.class)
                .anonymous(it -> it.disable())
                .httpBasic(it -> it.disable())
                .exceptionHandling(it -> it.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access((who, asked) -> verdict(whoMay, asked.getRequest())))
                .csrf(it -> it.csrfTokenRepository(formTokens())
                        .requireCsrfProtectionMatcher(request -> isForm(request, logIn)))
                .headers(it -> {
                    it.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
                    if (!logIn.isRequired()) {
                        it.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                    }
                });
        if (logIn.isRequired()) {
            new LogInPages(accounts, audit, settings).addTo(http, logIn);
        } else {
            http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .requestCache(it -> it.disable())
                    .logout(it -> it.disable());
        }
        return http.build();
    }

    private static AuthorizationResult verdict(WhoMay whoMay, HttpServletRequest request) {
        Reader reader = Reader.current();
        Verdict verdict = whoMay.verdict(reader, request);
        if (!verdict.isGranted() && reader.via() == Reader.Via.NONE) {
            throw new AuthenticationCredentialsNotFoundException("nobody is logged in");
        }
        request.setAttribute(Recorded.ROW, verdict.row());
        return verdict;
    }

    /** Forms are taken from our own pages only. */
    private static CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    /** A token is proof of its own. Without a log-in the API has no session to misuse; {@link LocalOnly} keeps other sites' pages off. */
    private static boolean isForm(HttpServletRequest request, LogIn logIn) {
        boolean onlyAsks = !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
        if (onlyAsks || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return false;
        }
        boolean hasNoSession = request.getSession(false) == null;
        return !Answers.isForPrograms(request) || logIn.isRequired() && !hasNoSession;
    }
}
