package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.throughline.intake.LimitedStream.CountingStream;

/** Packed files, unpacked only as far as the limits let them. */
final class Packed {

    private Packed() {}

    /** A gzip file as the one inside it. */
    static Source gunzip(Source source, Limits limits) {
        String name = source.name();
        String inner = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return source.as(inner, () -> {
            CountingStream packed = new CountingStream(source.open());
            return new LimitedStream(new GZIPInputStream(packed, 1 << 14), packed, limits);
        });
    }

    /** Unpacks a ZIP (a workbook is one) to nowhere, to see that it stays within the limits. */
    static void check(Source source, Limits limits) throws IOException {
        CountingStream packed = new CountingStream(source.open());
        try (ZipInputStream zip = new ZipInputStream(packed)) {
            InputStream all = new LimitedStream(zip, packed, limits);
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
