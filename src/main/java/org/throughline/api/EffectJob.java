package org.throughline.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.throughline.api.jobs.JobKind;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDraft;
import org.throughline.app.RuleDrafts;
import org.throughline.app.SavedDraft;
import org.throughline.history.HistoryJson;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.EffectJson;
import org.throughline.report.EffectJson.Tried;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Jobs.Turn;

/** What a draft, as it was when somebody asked, would change in the newest snapshots of portfolios. */
@Component
class EffectJob implements JobKind {

    static final String KIND = "effect";

    private final LiveRules live;
    private final RuleDrafts drafts;
    private final Portfolios portfolios;

    EffectJob(LiveRules live, RuleDrafts drafts, Portfolios portfolios) {
        this.live = live;
        this.drafts = drafts;
        this.portfolios = portfolios;
    }

    /** @param portfolios those that whoever asked may see */
    private record Asked(SavedDraft draft, List<String> portfolios) {}

    static List<SentBytes> asked(SavedDraft draft, List<String> portfolios) {
        String asked = HistoryJson.text(new Asked(draft, portfolios));
        return List.of(new SentBytes("asked.json", asked.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public byte[] answer(Turn turn, IntConsumer percent) {
        Asked asked = HistoryJson.read(new String(turn.files().get(0).bytes(), StandardCharsets.UTF_8), Asked.class);
        RuleDraft rules = drafts.tried(asked.draft(), live.get());
        List<Tried> tried = new ArrayList<>();
        int done = 0;
        for (String portfolio : asked.portfolios()) {
            if (portfolios.isThere(portfolio)) { // else it was deleted meanwhile
                portfolios.latest(portfolio).ifPresent(latest -> tried.add(tried(rules, latest)));
            }
            percent.accept(++done * 100 / asked.portfolios().size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EffectJson.writeAll(tried, out);
        return out.toByteArray();
    }

    private Tried tried(RuleDraft rules, SnapshotCard latest) {
        return new Tried(latest.portfolio(), latest.number(), rules.effect(portfolios.facts(latest)));
    }
}
