package org.throughline.portfolio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.history.Lineage;
import org.throughline.report.AdviceJson;
import org.throughline.store.Arrival.Judgement;
import org.throughline.store.Arrival.Recommended;

/** Advice as it is kept: with what is followed over time, under ids that stay the same. */
final class Judging {

    private Judging() {}

    static Judgement judgement(Portfolio facts, Advice advice, Lineage lineage, Instant at) {
        return new Judgement(
                advice.rulesDigest(),
                advice.rulesCount(),
                advice.factsDigest(),
                at,
                AdviceJson.text(advice).getBytes(StandardCharsets.UTF_8),
                "{}",
                advice.recommendations().stream()
                        .map(it -> new Recommended(lineage.recommendation(it), it.kind(), it.title()))
                        .toList());
    }
}
