package org.throughline.api.jobs;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.throughline.app.Daemons;
import org.throughline.store.Job;
import org.throughline.store.Jobs;
import org.throughline.store.Jobs.Turn;

/**
 * Does what waits, one after the other. While it works it renews its turn; where that is refused, somebody cancelled, and the work stops. At the
 * end of the process what is under way is given back, for another replica or the next start.
 */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long LOOK_MILLIS = 300;
    private static final int TIMES_A_TURN = 10;

    private final Jobs jobs;
    private final JobSettings settings;
    private final BiFunction<Turn, IntConsumer, Done> work;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService threads;

    /** @param work does a job, and tells how many percent of what was sent it has read; it is interrupted where nobody waits for it any more */
    public JobRunner(Jobs jobs, JobSettings settings, BiFunction<Turn, IntConsumer, Done> work) {
        this.jobs = jobs;
        this.settings = settings;
        this.work = work;
        this.threads = Executors.newScheduledThreadPool(2 * settings.concurrent() + 1, Daemons.named("jobs"));
    }

    /** An answer, with its status as over HTTP. */
    public record Done(int status, byte[] body) {}

    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        for (int i = 0; i < settings.concurrent(); i++) {
            threads.scheduleWithFixedDelay(this::doAll, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        threads.scheduleWithFixedDelay(this::forget, 1, 10, TimeUnit.MINUTES);
    }

    private void forget() {
        try {
            jobs.forget(clock.instant().minus(settings.kept()));
        } catch (RuntimeException e) {
            LOG.warn("Jobs are not forgotten yet: {}", e.getMessage());
        }
    }

    private void doAll() {
        try {
            Optional<Turn> turn = jobs.take(clock.instant(), turnEnds());
            while (turn.isPresent()) {
                doOne(turn.get());
                turn = threads.isShutdown() ? Optional.empty() : jobs.take(clock.instant(), turnEnds());
            }
        } catch (RuntimeException | Error e) { // whoever comes next may be luckier
            LOG.warn("Jobs wait", e);
        }
    }

    private Instant turnEnds() {
        return clock.instant().plus(settings.turn());
    }

    private void doOne(Turn turn) {
        Job job = turn.job();
        boolean isGivenBack = false;
        try (Signs signs = new Signs(job)) {
            Done done = work.apply(turn, signs.percent::set);
            jobs.finish(job, done.status() < 400 ? "done" : "failed", done.status(), done.body(), clock.instant());
        } catch (RuntimeException e) {
            LOG.info("Job {} was stopped: {}", job.id(), e.getMessage());
            isGivenBack = true;
        }
        if (isGivenBack) {
            jobs.release(job); // where it was cancelled there is nothing to give back
        }
    }

    /** Signs of life as long as it is open; where nobody waits for them any more, the thread that opened it is interrupted. */
    private final class Signs implements AutoCloseable {

        private final Job job;
        private final AtomicInteger percent = new AtomicInteger();
        private final Thread worker = Thread.currentThread();
        private final Future<?> again;
        private boolean isOver;

        Signs(Job job) {
            this.job = job;
            long pause = Math.max(1, settings.turn().toMillis() / TIMES_A_TURN);
            this.again = threads.scheduleWithFixedDelay(this::give, pause, pause, TimeUnit.MILLISECONDS);
        }

        private void give() {
            try {
                if (!jobs.renew(job, percent.get(), turnEnds())) {
                    stop();
                }
            } catch (RuntimeException e) { // the next one may come through
                LOG.warn("Job {} could not be renewed: {}", job.id(), e.getMessage());
            }
        }

        private synchronized void stop() {
            if (!isOver) {
                worker.interrupt();
            }
        }

        @Override
        public synchronized void close() {
            isOver = true;
            again.cancel(false);
            Thread.interrupted();
        }
    }

    @PreDestroy
    public void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(20, TimeUnit.SECONDS);
    }
}
