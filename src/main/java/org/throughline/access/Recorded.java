package org.throughline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes each change that was made into the audit log, once it is made. Forms change something, posts to the API do by their scope. */
final class Recorded extends OncePerRequestFilter {

    /** Where the line of the table is that let the request in. */
    static final String ROW = "org.throughline.access.row";

    private static final Set<String> ONLY_ASK = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final AuditLog audit;

    Recorded(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() < 400
                && !ONLY_ASK.contains(request.getMethod())
                && request.getAttribute(ROW) instanceof WhoMay.Row row
                && isChange(row)) {
            audit.done(request, row);
        }
    }

    private static boolean isChange(WhoMay.Row row) {
        return row.scopes().isEmpty()
                ? !row.isForAnyone() && !row.isForMembers() || isOwn(row)
                : row.scopes().stream().allMatch(Scope::changes);
    }

    /** What members change of what is kept: their own account. Elsewhere they send what is not kept. */
    private static boolean isOwn(WhoMay.Row row) {
        return row.address().getPatternString().startsWith("/account");
    }
}
