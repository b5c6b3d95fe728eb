package org.throughline.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** Says on a terminal what takes so long, once it has taken a second, and clears the line afterwards. */
final class Progress {

    private static final long PATIENCE_MS = 1_000;
    private static final long STEP_MS = 250;
    private static final int BAR = 20;
    private static final int BLOCK = 5;

    private Progress() {}

    /** Does the work; how long it will take nobody knows, so the bar only shows that it goes on, and since when. */
    static <T> T during(String what, Console console, Supplier<T> work) {
        return during(() -> what, console, work);
    }

    /** The same where it changes what is being done. */
    static <T> T during(Supplier<String> what, Console console, Supplier<T> work) {
        if (!console.live()) {
            return work.get();
        }
        Thread bar = new Thread(() -> show(what, console.err()), "progress");
        bar.setDaemon(true);
        bar.start();
        try {
            return work.get();
        } finally {
            stop(bar);
        }
    }

    private static void stop(Thread bar) {
        bar.interrupt();
        try {
            bar.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void show(Supplier<String> what, PrintWriter err) {
        boolean shown = false;
        try {
            Thread.sleep(PATIENCE_MS);
            for (long waited = PATIENCE_MS; true; waited += STEP_MS) {
                shown = true;
                err.print("\r" + line(what.get(), waited));
                err.flush();
                Thread.sleep(STEP_MS);
            }
        } catch (InterruptedException done) {
            if (shown) {
                err.print("\r\u001b[K");
                err.flush();
            }
        }
    }

    /** {@code Reading and judging [   #####            ] 2 s}. */
    static String line(String what, long waitedMs) {
        int at = (int) (waitedMs / STEP_MS) % BAR;
        StringBuilder bar = new StringBuilder(" ".repeat(BAR));
        for (int i = 0; i < BLOCK; i++) {
            bar.setCharAt((at + i) % BAR, '#');
        }
        return what + " [" + bar + "] " + waitedMs / 1_000 + " s";
    }
}
