package org.throughline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.throughline.app.Advisor;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.Shipment;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Store;

/** What tests of portfolios over time start from. */
public final class Kept {

    /** A day on which all of these tests take place. */
    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T09:00:00Z"), ZoneOffset.UTC);

    private static final Path SALES = Path.of("scenarios/sales-outreach/facts");

    private Kept() {}

    public static Advisor advisor() {
        return Holder.ADVISOR;
    }

    public static Portfolios portfolios(Store store) {
        return new Portfolios(store, Kept::advisor, CLOCK);
    }

    /** The article's own organisation, as it sends its files. */
    public static Shipment salesOutreach(LocalDate asOf) {
        return Shipment.of(Shipment.files(List.of(SALES)), asOf);
    }

    /** The same with a text in one of its files replaced by another. */
    public static Shipment salesOutreach(LocalDate asOf, String file, String text, String other) {
        List<SentBytes> files = Shipment.files(List.of(SALES)).stream()
                .map(sent -> sent.name().equals(file) ? replaced(sent, text, other) : sent)
                .toList();
        return Shipment.of(files, asOf);
    }

    private static SentBytes replaced(SentBytes sent, String text, String other) {
        String content = new String(sent.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!content.contains(text)) {
            throw new IllegalArgumentException(sent.name() + " has no " + text);
        }
        return new SentBytes(
                sent.name(), content.replace(text, other).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static Path folder() {
        try {
            return Files.createTempDirectory("throughline-store-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final Advisor ADVISOR = new Advisor(SharedRules.get());
    }
}
