package org.throughline.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.throughline.store.Replays;
import org.throughline.store.Replays.Answer;
import org.throughline.store.Replays.Key;
import org.throughline.store.Replays.Turn;
import org.throughline.store.Store;
import org.throughline.store.StoreException;

/**
 * Does a request that carries an {@code Idempotency-Key} once, and gives who sends it again the same answer. After the log-in, for keys are each
 * client's own.
 */
@Component
@Order(0)
@EnableConfigurationProperties(ReplaySettings.class)
class Replaying extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String API = "/api/v1/";
    private static final List<String> GIVEN_AGAIN =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);
    /** Their answers, or what is asked, hold secrets that are kept nowhere. */
    private static final List<String> SECRET = List.of(API + "tokens", API + "users", API + "webhooks");

    private final Replays replays;
    private final ReplaySettings settings;
    private final DataSize largest;
    private final HandlerExceptionResolver problems;
    private final Clock clock = Clock.systemUTC();

    Replaying(
            Store store,
            ReplaySettings settings,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largest,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.replays = store.replays();
        this.settings = settings;
        this.largest = largest;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null || !takesKeys(path);
    }

    /** All of the API but what is about secrets. */
    static boolean takesKeys(String path) {
        return path.startsWith(API) && SECRET.stream().noneMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Key key = new Key(client(request), KeyProblem.checked(request.getHeader(HEADER)));
            Optional<ReadRequest> read = ReadRequest.of(request, largest);
            if (read.isPresent()) {
                inTurn(key, read.get(), response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } catch (KeyProblem | TooLargeException | StoreException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private void inTurn(Key key, ReadRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        String fingerprint = request.fingerprint();
        Turn turn = replays.begin(key, fingerprint, now, now.plus(settings.turn()), now.plus(settings.kept()));
        if (turn.isOurs()) {
            once(key, turn, request, response, chain);
        } else if (!turn.fingerprint().equals(fingerprint)) {
            throw KeyProblem.reused(key.key());
        } else if (turn.answer() == null) {
            throw KeyProblem.underWay(key.key());
        } else {
            again(turn.answer(), response);
        }
    }

    /** A token is a client of its own. */
    private static String client(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String by = Sent.by(request);
        return authorization == null ? by : by + " " + ReadRequest.sha256(authorization);
    }

    private void once(Key key, Turn turn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean isFinal = false;
        try {
            chain.doFilter(request, kept);
            isFinal = isFinal(kept.getStatus())
                    && kept.getContentSize() <= settings.largestAnswer().toBytes();
            if (isFinal) {
                keep(key, turn, answer(kept)); // before it is given: what was given is given again
            }
        } finally {
            if (!isFinal) {
                replays.release(key, turn);
            }
            kept.copyBodyToResponse();
        }
    }

    /** What was done is answered, also where the answer cannot be kept; whoever sends it again then waits until the turn is over. */
    private void keep(Key key, Turn turn, Answer answer) {
        try {
            replays.finish(key, turn, answer);
        } catch (StoreException e) {
            logger.warn("An answer could not be kept for who asks again: " + e.getMessage());
        }
    }

    /** What went wrong on our side, or for want of a turn or a log-in, may go otherwise next time. */
    private static boolean isFinal(int status) {
        return status < 500 && status != 429 && status != 401 && status != 403;
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : GIVEN_AGAIN) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Answer(response.getStatus(), headers, response.getContentAsByteArray());
    }

    private static void again(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
