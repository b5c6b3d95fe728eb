package org.throughline.portfolio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.app.Rules;
import org.throughline.facts.Portfolio;
import org.throughline.history.Figures;
import org.throughline.history.HistoryJson;
import org.throughline.history.Lineage;
import org.throughline.report.AdviceJson;
import org.throughline.store.Arrival.Judgement;
import org.throughline.store.Arrival.Recommended;

/** Advice as it is kept: with what is followed over time, under ids that stay the same. */
final class Judging {

    private Judging() {}

    static Judgement judgement(Advisor advisor, Portfolio facts, Advice advice, Lineage lineage, Instant at) {
        Rules rules = advisor.rules();
        Figures.Measures measures = new Rulings(rules).measures();
        Figures figures = Figures.of(facts, advice, rules.diagnostics(), measures);
        return new Judgement(
                advice.rulesDigest(),
                advice.rulesCount(),
                advice.factsDigest(),
                at,
                AdviceJson.text(advice).getBytes(StandardCharsets.UTF_8),
                HistoryJson.text(figures),
                HistoryJson.text(Figures.waiting(facts, advice, measures)),
                recommended(advice, lineage));
    }

    static List<Recommended> recommended(Advice advice, Lineage lineage) {
        return advice.recommendations().stream()
                .map(it -> new Recommended(lineage.recommendation(it), it.kind(), it.title()))
                .toList();
    }
}
