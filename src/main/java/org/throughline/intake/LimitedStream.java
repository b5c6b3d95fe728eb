package org.throughline.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends in an exception where it would go on beyond a limit. What is unpacked is compared with what was read of the packed file
 * so far, so that a bomb is known by its first megabytes.
 */
final class LimitedStream extends FilterInputStream {

    /** Every file may unpack to that much. */
    private static final long ALWAYS = 16L << 20;

    /** Too much. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        /** The limit and its setting, as a sentence. */
        final String expected;

        private Exceeded(String found, String expected) {
            super(found);
            this.expected = expected;
        }
    }

    private final Limits limits;
    private final @Nullable CountingStream packed;
    private long read;

    /** A file as it is. */
    LimitedStream(InputStream in, Limits limits) {
        this(in, null, limits);
    }

    /** @param packed what {@code unpacked} reads from */
    LimitedStream(InputStream unpacked, @Nullable CountingStream packed, Limits limits) {
        super(unpacked);
        this.packed = packed;
        this.limits = limits;
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

    @Override
    public long skip(long bytes) throws IOException {
        long n = super.skip(bytes);
        count(n);
        return n;
    }

    private void count(long bytes) throws IOException {
        read += bytes;
        if (read > limits.fileBytes()) {
            throw new Exceeded(
                    packed == null ? "A file of more bytes." : "A file that unpacks to more bytes.",
                    limits.atMost(limits.fileBytes(), "bytes", "fileBytes"));
        }
        if (packed != null && read > ALWAYS && read > packed.count() * limits.expansion()) {
            throw new Exceeded(
                    "A packed file that grows more than " + limits.expansion() + " times: a ZIP bomb, or very empty.",
                    limits.atMost(limits.expansion(), "times its packed size", "expansion"));
        }
    }

    /** Counts what was read of it. */
    static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
