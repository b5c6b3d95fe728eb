package org.throughline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.throughline.store.Account.Grant;

/**
 * Why a request is not let in: what was found, what was expected, and what to do.
 *
 * @param name of the kind of problem; clients may rely on it
 */
public record Refused(HttpStatus status, String name, String title, String found, String expected, String fix) {

    private static final String NOT_ALLOWED = "That is not allowed to you";

    ProblemDetail document() {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, "Found " + found + ", expected " + expected + ". " + fix);
        problem.setType(URI.create("urn:throughline:problem:" + name));
        problem.setTitle(title);
        problem.setProperty("found", found);
        problem.setProperty("expected", expected);
        problem.setProperty("fix", fix);
        problem.setProperty("help", "/problems/" + name);
        return problem;
    }

    /** As people read it on a page. */
    public String sentence() {
        return "Found " + found + ", expected " + expected + ". " + fix;
    }

    static Refused nothingThere(HttpServletRequest request) {
        return new Refused(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is nothing at this address",
                request.getMethod() + " " + request.getRequestURI(),
                "an address that /v3/api-docs describes, such as POST /api/v1/advice",
                "Correct the address.");
    }

    static Refused noLogIn(HttpServletRequest request) {
        return new Refused(
                HttpStatus.UNAUTHORIZED,
                "log-in-required",
                "Nobody is logged in",
                request.getMethod() + " " + request.getRequestURI() + " without a token or a session",
                "the header Authorization: Bearer and a token",
                "Make a token on the page /account, or with POST /api/v1/tokens.");
    }

    static Refused token(String found, String fix) {
        return new Refused(
                HttpStatus.UNAUTHORIZED,
                "bad-token",
                "The token is not taken",
                found,
                "a token that this server made, that is in force",
                fix);
    }

    static Refused role(Reader reader, Set<String> roles, String portfolio) {
        String wanted = "the role " + String.join(" or ", new TreeSet<>(roles));
        String where = portfolio.equals(Grant.ALL) ? " for all portfolios" : " for the portfolio \"" + portfolio + "\"";
        return new Refused(
                HttpStatus.FORBIDDEN,
                "not-allowed",
                NOT_ALLOWED,
                "\"" + reader.name() + "\" with " + roles(reader),
                roles.contains("member") ? "any role" : wanted + where,
                "Ask an administrator for it: the page /people, or PUT /api/v1/users/" + reader.name() + ".");
    }

    private static String roles(Reader reader) {
        if (reader.grants().isEmpty()) {
            return "no role";
        }
        return reader.grants().stream()
                .sorted()
                .map(it -> it.role() + (it.portfolio().equals(Grant.ALL) ? " for all" : " for " + it.portfolio()))
                .collect(Collectors.joining(", "));
    }

    static Refused scope(Reader reader, Set<Scope> wanted) {
        String words = wanted.stream().sorted().map(Scope::word).collect(Collectors.joining(" or "));
        return new Refused(
                HttpStatus.FORBIDDEN,
                "scope-missing",
                "The token is not good for that",
                "a token with the scope " + String.join(", ", new TreeSet<>(reader.scopes())),
                wanted.isEmpty() ? "somebody who is logged in" : "a token with the scope " + words,
                wanted.isEmpty()
                        ? "Do it in the browser: this address is for people."
                        : "Make such a token: POST /api/v1/tokens.");
    }

    static Refused form() {
        return new Refused(
                HttpStatus.FORBIDDEN,
                "form-not-taken",
                "This form was not taken",
                "a request with a session and without the token of a page of ours",
                "the header X-XSRF-TOKEN or the field _csrf",
                "Send it from a page of ours, or with Authorization: Bearer and a token.");
    }

    static Refused otherSite(String found) {
        return new Refused(
                HttpStatus.FORBIDDEN,
                "other-site",
                "A page of another site sent this",
                found,
                "a page of this server, or a program",
                "Do it from a page of this server.");
    }

    static Refused notLocal(String found, String expected) {
        return new Refused(
                HttpStatus.FORBIDDEN,
                "not-local",
                "This server takes requests from its own machine only",
                found,
                expected,
                "Ask for http://127.0.0.1 or http://localhost; to serve others, start it with"
                        + " throughline.login.mode=required (THROUGHLINE_LOGIN_MODE=required) and see SECURITY.md.");
    }

    static Refused tooManyLogIns(String setting, String found, long seconds) {
        return new Refused(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-log-ins",
                "There were too many wrong log-ins",
                found,
                "at most what " + setting + " says",
                "Wait " + seconds + " s, then try again.");
    }
}
