package org.throughline.api.limits;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns for work that takes a processor: so many at a time, first come first served, and so many that may wait for theirs. */
final class Turns {

    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int atATime;
    private final int mostWaiting;

    Turns(int atATime, int mostWaiting) {
        this.free = new Semaphore(atATime, true);
        this.atATime = atATime;
        this.mostWaiting = mostWaiting;
    }

    /** What became of the wish for a turn. */
    enum Outcome {
        TAKEN,
        /** As many wait as may. */
        FULL,
        /** It did not come in time. */
        LATE
    }

    /**
     * Waits for a turn, in the order of asking. Who has {@link Outcome#TAKEN} one must give it {@link #back}.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    Outcome take(long seconds) throws InterruptedException {
        if (free.tryAcquire(0, TimeUnit.SECONDS)) { // with a time it is fair to those who wait already
            return Outcome.TAKEN;
        }
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return Outcome.FULL;
        }
        try {
            return free.tryAcquire(seconds, TimeUnit.SECONDS) ? Outcome.TAKEN : Outcome.LATE;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void back() {
        free.release();
    }

    int running() {
        return atATime - free.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }
}
