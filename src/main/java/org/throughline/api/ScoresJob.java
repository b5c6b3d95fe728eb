package org.throughline.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.throughline.api.jobs.JobKind;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.Portfolios;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Jobs.Turn;

/** Scores all snapshots of a portfolio by the rules of today that were not yet; the answer is its trend. */
@Component
class ScoresJob implements JobKind {

    static final String KIND = "scores";

    private final Portfolios portfolios;

    ScoresJob(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    static List<SentBytes> asked(String portfolio) {
        return List.of(new SentBytes("portfolio", portfolio.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public byte[] answer(Turn turn, IntConsumer percent) {
        String portfolio = new String(turn.files().get(0).bytes(), StandardCharsets.UTF_8);
        portfolios.following().rescore(portfolio, percent);
        return HistoryJson.text(portfolios.following().trend(portfolio)).getBytes(StandardCharsets.UTF_8);
    }
}
