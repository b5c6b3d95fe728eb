package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Packed files, unpacked only as far as the limits let them. */
final class Packed {

    private static final long ALWAYS = 16L << 20;

    private Packed() {}

    /** The most bytes that a packed file of that size may unpack to. */
    static long most(long packedBytes, Limits limits) {
        return Math.min(limits.fileBytes(), Math.max(ALWAYS, packedBytes * limits.expansion()));
    }

    /** What to say where it unpacks to more. */
    static String excess(long most, Limits limits) {
        return most == limits.fileBytes()
                ? "A file that unpacks to more than " + most + " bytes (limit \"fileBytes\")."
                : "A file that unpacks to more than " + limits.expansion() + " times its size (limit \"expansion\").";
    }

    static long size(Source source) throws IOException {
        try (InputStream in = source.open()) {
            long size = 0;
            for (long skipped = in.skip(1 << 20); skipped > 0; skipped = in.skip(1 << 20)) {
                size += skipped;
            }
            return size;
        }
    }

    /** A gzip file as the one inside it. */
    static Source gunzip(Source source, Limits limits) throws IOException {
        String name = source.name();
        String inner =
                name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        long most = most(size(source), limits);
        return new Source(
                inner,
                () -> new LimitedStream(new GZIPInputStream(source.open(), 1 << 16), most, excess(most, limits)));
    }

    /** Unpacks a ZIP (a workbook is one) to nowhere, to see that it stays within the limits. */
    static void check(Source source, Limits limits) throws IOException {
        long most = most(size(source), limits);
        try (ZipInputStream zip = new ZipInputStream(source.open())) {
            InputStream all = new LimitedStream(zip, most, excess(most, limits));
            byte[] buffer = new byte[1 << 16];
            while (zip.getNextEntry() != null) {
                while (all.read(buffer) >= 0) {
                    // counted by the stream
                }
            }
        } catch (IllegalArgumentException nameInAnotherEncoding) {
            throw new IOException("The names in the ZIP cannot be read.", nameInAnotherEncoding);
        }
    }
}
