package org.throughline.engine;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Who waits for advice, and until when: the engine works on several threads, and looks now and then whether it is still wanted. */
public final class Asker {

    private static final ThreadLocal<Long> END = new ThreadLocal<>();

    private final Thread thread;
    private final @Nullable Long end;

    private Asker(Thread thread, @Nullable Long end) {
        this.thread = thread;
        this.end = end;
    }

    /** Whoever calls, until {@link #waitsForEver}, waits no longer than that for advice. */
    public static void waits(Duration patience) {
        END.set(System.nanoTime() + patience.toNanos());
    }

    public static void waitsForEver() {
        END.remove();
    }

    static Asker current() {
        return new Asker(Thread.currentThread(), END.get());
    }

    /** @throws CancellationException if the thread that asked was interrupted, or its patience is over */
    void stopIfGone() {
        if (thread.isInterrupted()) {
            throw new CancellationException("nobody waits for this advice any more");
        }
        if (end != null && System.nanoTime() - end > 0) {
            throw new CancellationException("it takes longer than anybody waits");
        }
    }
}
