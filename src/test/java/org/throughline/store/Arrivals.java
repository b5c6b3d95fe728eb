package org.throughline.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.throughline.history.PortfolioCard;
import org.throughline.store.Arrival.Judgement;
import org.throughline.store.Arrival.Recommended;
import org.throughline.store.Arrival.SentBytes;

/** Snapshots whose facts nobody judges: a store does not look into them. */
final class Arrivals {

    static final String PORTFOLIO = "acme";
    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    static final int RECOMMENDATIONS = 8;

    private Arrivals() {}

    static void create(Store store) {
        store.create(new PortfolioCard(PORTFOLIO, "ACME", NOON, "ana", 0));
    }

    static String recommendation(int number) {
        return "decide:use_case:uc-" + number;
    }

    /** Keeps a file with that text as the next snapshot, however many others do the same. */
    static Store.Kept keep(Store store, String text) {
        while (true) {
            long before = store.portfolio(PORTFOLIO).orElseThrow().snapshots();
            Optional<Store.Kept> kept = store.keep(arrival(before, text, "rules-1"));
            if (kept.isPresent()) {
                return kept.get();
            }
        }
    }

    static Arrival arrival(long before, String text, String rules) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Arrival(
                PORTFOLIO,
                before,
                JUNE,
                NOON,
                "ana",
                "sha256:" + Contents.sha256(bytes),
                List.of(new SentBytes("use_cases.csv", bytes)),
                new BigDecimal("8"),
                false,
                null,
                null,
                "sha256:facts",
                Map.of("use_cases", 12L),
                ("facts of " + text).getBytes(StandardCharsets.UTF_8),
                List.of(),
                judgement(rules, text));
    }

    static Judgement judgement(String rules, String text) {
        return new Judgement(
                rules,
                41,
                "sha256:facts",
                NOON,
                ("advice by " + rules + " on " + text).getBytes(StandardCharsets.UTF_8),
                "{}",
                "[]",
                IntStream.range(0, RECOMMENDATIONS)
                        .mapToObj(number -> new Recommended(recommendation(number), "decide", "Decide " + number))
                        .toList());
    }
}
