package org.throughline.api.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.throughline.app.Patience;

/**
 * Stands before the API: turns away who asks too often, and lets work that takes a processor in by turns. A turn is taken before the body is
 * read, so that waiting requests hold no memory.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Gate extends OncePerRequestFilter {

    private static final String API = "/api/";
    private static final String MCP = "/mcp";

    private final ServiceLimits limits;
    private final Turns turns;
    private final HandlerExceptionResolver problems;
    /** One for each address from which somebody asked in the last minutes. */
    private final LoadingCache<String, Bucket> buckets;

    Gate(
            ServiceLimits limits,
            MeterRegistry meters,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.limits = limits;
        this.turns = new Turns(limits.running(), limits.waitingAssessments());
        this.problems = problems;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(address -> bucket(limits.requestsPerMinute()));
        Gauge.builder("throughline.assessments.running", turns, Turns::running)
                .description("Requests that have their turn")
                .register(meters);
        Gauge.builder("throughline.assessments.waiting", turns, Turns::waiting)
                .description("Requests that wait for their turn")
                .register(meters);
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith(API) && !path.equals(MCP) && !path.startsWith(MCP + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            countIn(request.getRemoteAddr());
            if (takesAProcessor(request)) {
                inTurn(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } catch (TurnedAwayException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private void countIn(String address) {
        if (limits.requestsPerMinute() > 0) {
            ConsumptionProbe asked = buckets.get(address).tryConsumeAndReturnRemaining(1);
            if (!asked.isConsumed()) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(asked.getNanosToWaitForRefill());
                throw TurnedAwayException.tooMany(limits, (int) seconds + 1);
            }
        }
    }

    /** What is posted is judged; the rest is looked up. */
    private static boolean takesAProcessor(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod());
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Turns.Outcome outcome = turn();
        if (outcome != Turns.Outcome.TAKEN) {
            throw TurnedAwayException.busy(outcome, limits);
        }
        try (Patience patience = Patience.of(Duration.ofSeconds(limits.assessmentSeconds()))) {
            chain.doFilter(request, response);
        } finally {
            turns.back();
        }
    }

    private Turns.Outcome turn() {
        try {
            return turns.take(limits.waitingSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Turns.Outcome.LATE;
        }
    }
}
