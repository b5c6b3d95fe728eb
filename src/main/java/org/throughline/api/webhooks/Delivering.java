package org.throughline.api.webhooks;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.app.Daemons;
import org.throughline.store.Delivery;
import org.throughline.store.Store;
import org.throughline.store.Webhooks;
import org.throughline.store.Webhooks.Due;

/**
 * Sends what waits to be told, as one of several replicas. Each message arrives at least once: where this process ends in between, another one
 * sends it again, with the same id.
 */
@Component
class Delivering {

    /** With a doubling pause after each, the last is about two days after the first where that pause is 10 s. */
    static final int MOST_ATTEMPTS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final int THREADS = 2;
    private static final long LOOK_MILLIS = 500;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 300;

    private final Webhooks hooks;
    private final Subscriptions subscriptions;
    private final Messages messages;
    private final Sending sending;
    private final WebhookSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, Daemons.named("webhooks"));

    Delivering(Store store, Subscriptions subscriptions, Messages messages, Sending sending, WebhookSettings settings) {
        this.subscriptions = subscriptions;
        this.hooks = store.webhooks();
        this.messages = messages;
        this.sending = sending;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        for (int i = 0; i < THREADS; i++) {
            threads.scheduleWithFixedDelay(this::sendAll, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        threads.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
    }

    private void sendAll() {
        try {
            while (!threads.isShutdown() && sendOne()) {
                // as long as something waits
            }
        } catch (RuntimeException | Error e) { // what comes next may be luckier
            LOG.warn("Webhooks wait", e);
        }
    }

    private void forget() {
        try {
            hooks.forget(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            LOG.warn("What webhooks were told is not forgotten yet: {}", e.getMessage());
        }
    }

    private boolean sendOne() {
        Instant now = clock.instant();
        Optional<Due> due = hooks.take(now, now.plus(settings.answerWithin().multipliedBy(6)));
        due.ifPresent(it -> hooks.tried(tried(it)));
        return due.isPresent();
    }

    /** How the message stands after an attempt. */
    private Delivery tried(Due due) {
        Delivery it = due.delivery();
        try {
            String paused = subscriptions.paused(due.hook());
            if (paused != null) {
                return after(it, "given_up", it.attempts(), null, paused);
            }
            String body = due.body();
            if (body == null) {
                Optional<String> composed = messages.compose(it, hooks.event(it));
                if (composed.isEmpty()) {
                    return after(it, "nothing", it.attempts(), null, null);
                }
                body = composed.get();
                hooks.compose(it, body);
            }
            int status = sending.send(due, body, clock.instant());
            return status / 100 == 2
                    ? after(it, "delivered", it.attempts() + 1, status, null)
                    : failed(
                            it,
                            status,
                            "It answered with the status " + status + ", and not with one from 200 to 299.");
        } catch (IOException e) {
            return failed(it, null, e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("A message of a webhook could not be made", e);
            return failed(it, null, "It could not be made: the log says more.");
        }
    }

    private Delivery failed(Delivery it, @Nullable Integer status, String said) {
        int attempts = it.attempts() + 1;
        String state = attempts >= MOST_ATTEMPTS ? "given_up" : "waiting";
        return after(it, state, attempts, status, said.length() > LONGEST ? said.substring(0, LONGEST) : said);
    }

    private Delivery after(Delivery it, String state, int attempts, @Nullable Integer status, @Nullable String said) {
        Instant now = clock.instant();
        boolean waits = state.equals("waiting");
        Instant next = waits ? now.plus(settings.firstRetry().multipliedBy(1L << (attempts - 1))) : it.nextAt();
        return new Delivery(
                it.id(),
                it.webhook(),
                it.portfolio(),
                it.kind(),
                it.event(),
                state,
                attempts,
                next,
                status,
                said,
                waits ? null : now);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
