package org.throughline.rulebook.safe;

import java.math.BigDecimal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;

/**
 * Lets rules that nobody has proved fire within limits, and says which of them went beyond. Drools looks for a halt between two matches
 * only, and a rule can be busy for hours before its first; so compiled conditions look here too ({@link #tick}), and so does every join
 * ({@link WatchedNodes}).
 */
public final class Watch {

    private static final long EVERY_MILLIS = 50;
    private static final int DIGITS = 1_000;
    private static final ThreadLocal<@Nullable Run> CURRENT = new ThreadLocal<>();
    private static final Set<Run> RUNS = ConcurrentHashMap.newKeySet();
    private static volatile boolean someoneIsLate;

    private Watch() {}

    /** Started with the first run that is watched. */
    private static final class Dog {

        private static final ScheduledExecutorService THREAD = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "rules-watchdog");
            thread.setDaemon(true);
            return thread;
        });

        static {
            THREAD.scheduleWithFixedDelay(Dog::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private static void look() {
            boolean late = false;
            for (Run run : RUNS) {
                late |= run.isLate();
            }
            someoneIsLate = late;
        }

        static void start() {
            // the class is initialised
        }
    }

    /**
     * Works on a session under limits: puts facts in, and fires.
     *
     * @param facts how many there are, about: more facts may take longer
     * @throws RunawayRuleException if a rule had to be stopped
     */
    public static void during(KieSession session, int facts, Runnable insertions) {
        Dog.start();
        Run run = new Run(session, Limits.of(facts));
        CURRENT.set(run);
        RUNS.add(run);
        try {
            insertions.run();
            session.fireAllRules(run::fires);
            if (run.wasLate()) {
                throw run.lateByFirings();
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw run.stopped() != null ? run.stopped() : Failure.of(e);
        } finally {
            RUNS.remove(run);
            CURRENT.remove();
        }
    }

    /** The run of this thread, or null where rules are not watched. */
    static @Nullable Run current() {
        return CURRENT.get();
    }

    /**
     * Called by every compiled condition. Not for anybody else.
     *
     * @param rules the names of those that share it
     */
    public static void tick(String rules) {
        if (someoneIsLate) {
            Run run = CURRENT.get();
            if (run != null) {
                run.stopIfLate(rules);
            }
        }
    }

    /**
     * Called by compiled rules instead of {@link BigDecimal#multiply(BigDecimal)}: a product of products would grow without bound.
     *
     * @throws ArithmeticException if it has more than a thousand digits
     */
    public static BigDecimal multiply(BigDecimal one, BigDecimal other) {
        if (one.precision() + other.precision() > DIGITS) {
            throw new ArithmeticException("a product of more than " + DIGITS + " digits");
        }
        return one.multiply(other);
    }
}
