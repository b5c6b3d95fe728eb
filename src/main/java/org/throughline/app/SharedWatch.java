package org.throughline.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.throughline.facts.Problem;

/** Looks again and again at what other replicas have published. */
final class SharedWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 1_000;

    private final Runnable look;
    private final RuleNews news;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("rules-shared"));

    /** Whether the last look went wrong. */
    private boolean blind;

    SharedWatch(Runnable look, RuleNews news) {
        this.look = look;
        this.news = news;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::turn, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        try {
            look.run();
            blind = false;
        } catch (RuntimeException
                | StackOverflowError
                | OutOfMemoryError e) { // the database may be back at the next look
            if (!blind) {
                blind = true;
                news.warned(new Problem(
                        Problem.Severity.WARNING,
                        "rules",
                        null,
                        null,
                        null,
                        "Whether other replicas have published rules cannot be seen: " + e.getMessage() + ".",
                        "A database that answers.",
                        "It is looked for again each second; what is live here stays live.",
                        null));
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
