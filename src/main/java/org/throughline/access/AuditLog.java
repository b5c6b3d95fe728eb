package org.throughline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.throughline.store.AccessStore;
import org.throughline.store.AuditFilter;
import org.throughline.store.AuditLine;
import org.throughline.store.StoreException;

/** Who changed what, and who was refused what. Never holds a password, a token, or what was sent. */
public final class AuditLog {

    /** Refusals that one address may fill the log with in a minute; what is beyond is counted in the next line. */
    static final int REFUSALS_A_MINUTE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int LONGEST = 300;

    private final AccessStore store;
    private final Clock clock;
    private final Cache<String, AtomicInteger> refusals = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    AuditLog(AccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The latest first, from the first before a number on. */
    public List<AuditLine> lines(long before, int limit, AuditFilter wanted) {
        return store.audit(before, limit, wanted);
    }

    void refused(HttpServletRequest request, Refused why) {
        AtomicInteger before = refusals.get(request.getRemoteAddr(), address -> new AtomicInteger());
        int count = before.incrementAndGet();
        if (count < REFUSALS_A_MINUTE) {
            add(request, Reader.current(), request.getMethod(), "refused", why.name() + ": " + why.found());
        } else if (count == REFUSALS_A_MINUTE) {
            String more = "further refusals of this minute are not written";
            add(request, Reader.current(), request.getMethod(), "refused", why.name() + ": " + more);
        }
    }

    void done(HttpServletRequest request, WhoMay.Row row) {
        add(request, Reader.current(), row.method() + " " + row.address().getPatternString(), "done", "");
    }

    /** What concerns an account, by whom it concerns: a log-in, a log-out. */
    void account(HttpServletRequest request, String name, String action, String outcome, String detail) {
        Reader who = new Reader(name, name, Reader.Via.NONE, java.util.Set.of(), java.util.Set.of());
        add(request, who, action, outcome, detail);
    }

    private void add(HttpServletRequest request, Reader who, String action, String outcome, String detail) {
        AuditLine line = new AuditLine(
                0,
                clock.instant(),
                cut(who.name()),
                who.via().word(),
                request.getRemoteAddr(),
                cut(action),
                cut(request.getRequestURI()),
                outcome,
                cut(detail),
                text(MDC.get("request")));
        try {
            store.add(line);
        } catch (StoreException e) {
            LOG.error("Not in the audit log: {} {} {}: {}", line.action(), line.about(), outcome, e.found());
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String cut(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
