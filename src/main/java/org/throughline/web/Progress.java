package org.throughline.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** How far reading has come, and the way to end it. */
public final class Progress {

    private final long bytes;
    private final AtomicLong read = new AtomicLong();
    private volatile boolean cancelled;
    private volatile boolean judging;

    /** @param bytes of all files together */
    Progress(long bytes) {
        this.bytes = bytes;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void judging() {
        judging = true;
    }

    /** What is being done. */
    public String doing() {
        return judging ? "Judging by the rules" : "Reading";
    }

    /** 0..100; a file is looked at before it is read, so the bytes are counted at most once. */
    public int percent() {
        return judging || bytes == 0 ? 100 : (int) Math.min(99, read.get() * 100 / bytes);
    }

    /** The stream, counted, and at its end once somebody has cancelled. */
    InputStream watched(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                check();
                int one = super.read();
                if (one >= 0) {
                    read.incrementAndGet();
                }
                return one;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                check();
                int some = super.read(into, from, length);
                if (some > 0) {
                    read.addAndGet(some);
                }
                return some;
            }
        };
    }

    private void check() throws IOException {
        if (cancelled) {
            throw new IOException("cancelled");
        }
    }
}
