package org.throughline.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.throughline.intake.LimitedStream.CountingStream;
import org.throughline.intake.LimitedStream.Exceeded;

/** The files in a ZIP. Small ones are kept unpacked, large ones are unpacked anew whenever they are read. */
final class ZipFiles {

    private static final int KEPT = 4 << 20;

    private final Source zip;
    private final Limits limits;
    private final ProblemList problems;

    ZipFiles(Source zip, Limits limits, ProblemList problems) {
        this.zip = zip;
        this.limits = limits;
        this.problems = problems;
    }

    void each(Consumer<Source> taker) throws IOException {
        String last = "its start";
        CountingStream packed = new CountingStream(zip.open());
        try (ZipInputStream entries = new ZipInputStream(packed)) {
            InputStream all = new LimitedStream(entries, packed, limits);
            int number = 1;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                last = entry.getName();
                if (!entry.isDirectory()) {
                    taker.accept(file(entry.getName(), number, all));
                }
                number++;
            }
        } catch (Exceeded tooMuch) {
            problems.error(
                    zip.name(),
                    null,
                    null,
                    null,
                    String.valueOf(tooMuch.getMessage()),
                    tooMuch.expected,
                    "Read its files one by one, or raise the setting; what comes from " + last + " on was left aside.");
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException damaged) {
            problems.error(
                    zip.name(),
                    null,
                    null,
                    null,
                    "A damaged ZIP.",
                    "A ZIP that opens.",
                    "Pack it again; what could be unpacked was read.");
        }
    }

    private Source file(String name, int number, InputStream in) throws IOException {
        byte[] start = in.readNBytes(KEPT);
        if (start.length < KEPT) {
            return new Source(name, () -> new ByteArrayInputStream(start), zip.name());
        }
        in.transferTo(java.io.OutputStream.nullOutputStream());
        return new Source(name, () -> reopened(number), zip.name());
    }

    private InputStream reopened(int number) throws IOException {
        CountingStream packed = new CountingStream(zip.open());
        ZipInputStream entries = new ZipInputStream(packed);
        for (int i = 0; i < number; i++) {
            entries.getNextEntry();
        }
        return new LimitedStream(entries, packed, limits);
    }
}
