package org.throughline.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in an exception where it would go on beyond a limit. */
final class LimitedStream extends FilterInputStream {

    /** Too much: the message names the limit. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    private long left;
    private final String excess;

    /** @param excess what to say where there is more, as a sentence */
    LimitedStream(InputStream in, long bytes, String excess) {
        super(in);
        this.left = bytes;
        this.excess = excess;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded(excess);
        }
    }
}
