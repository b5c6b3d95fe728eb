package org.throughline.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The characters of a file.
 *
 * @param bomLength bytes of the byte-order mark to skip
 */
public record Encoding(Charset charset, int bomLength) {

    /** Reads all of {@code in}: UTF-8 is what is UTF-8 to its end; anything else without a mark is taken for windows-1252. */
    public static Encoding of(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int length = in.readNBytes(buffer, 0, buffer.length);
        Encoding marked = byMark(buffer, length);
        if (marked != null) {
            return marked;
        }
        Charset wide = withoutMark(buffer, length);
        if (wide != null) {
            return new Encoding(wide, 0);
        }
        Utf8Check check = new Utf8Check();
        Legacy legacy = new Legacy();
        for (; length > 0; length = in.readNBytes(buffer, 0, buffer.length)) {
            check.feed(buffer, length);
            legacy.feed(buffer, length);
        }
        return new Encoding(check.isUtf8() ? StandardCharsets.UTF_8 : legacy.charset(), 0);
    }

    /** UTF-16 of mostly Western text without a mark: every other byte is zero. */
    private static @Nullable Charset withoutMark(byte[] start, int length) {
        int[] zeros = new int[2];
        int looked = Math.min(length, 4096);
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        int half = looked / 2;
        if (half < 4 || Math.max(zeros[0], zeros[1]) * 10 < half * 7 || Math.min(zeros[0], zeros[1]) * 10 > half) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static @Nullable Encoding byMark(byte[] start, int length) {
        if (length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    /** As people know it: {@code UTF-8}. */
    public String displayName() {
        return charset.name();
    }

    /**
     * One of the encodings from before Unicode. What the detector says of a few accented letters is a guess, so that another than
     * windows-1252 is believed only where much of the text lies beyond ASCII.
     */
    private static final class Legacy {
        private static final Charset WESTERN = Charset.forName("windows-1252");
        private static final long LOOKED_AT = 1 << 20;

        private final UniversalDetector detector = new UniversalDetector();
        private long high;
        private long total;

        void feed(byte[] bytes, int length) {
            if (total < LOOKED_AT) {
                high += high(bytes, length);
                if (high > 0 && !detector.isDone()) {
                    detector.handleData(bytes, 0, length);
                }
            }
            total += length;
        }

        private static int high(byte[] bytes, int length) {
            int high = 0;
            for (int i = 0; i < length; i++) {
                high += bytes[i] < 0 ? 1 : 0;
            }
            return high;
        }

        Charset charset() {
            detector.dataEnd();
            String name = detector.getDetectedCharset();
            boolean mostlyAscii = high * 12 < Math.min(total, LOOKED_AT);
            return name == null || mostlyAscii || !Charset.isSupported(name) ? WESTERN : Charset.forName(name);
        }
    }

    /** Whether bytes fed in pieces are UTF-8. */
    private static final class Utf8Check {
        private static final VarHandle EIGHT =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

        private int expected;
        private boolean valid = true;

        void feed(byte[] bytes, int length) {
            int at = expected == 0 ? ascii(bytes, 0, length) : 0;
            while (at < length) {
                step(bytes[at++] & 0xFF);
                at = expected == 0 ? ascii(bytes, at, length) : at;
            }
        }

        /** Goes over ASCII, eight bytes at a time. */
        private static int ascii(byte[] bytes, int from, int length) {
            int at = from;
            while (at + Long.BYTES <= length && ((long) EIGHT.get(bytes, at) & 0x8080808080808080L) == 0) {
                at += Long.BYTES;
            }
            while (at < length && bytes[at] >= 0) {
                at++;
            }
            return at;
        }

        private void step(int b) {
            if (expected > 0) {
                valid &= (b & 0xC0) == 0x80;
                expected--;
            } else if (b >= 0x80) {
                expected = b >= 0xF0 && b < 0xF5 ? 3 : b >= 0xE0 ? 2 : b >= 0xC2 ? 1 : 0;
                valid &= expected > 0 && b < 0xF5;
            }
        }

        boolean isUtf8() {
            return valid && expected == 0;
        }
    }
}
