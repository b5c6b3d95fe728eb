package org.throughline.report;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.RulesStatus;

/** Which rules a server runs, for machines. */
public final class RulesStatusJson {

    private RulesStatusJson() {}

    /** {@code {"live": {"digest": "sha256:...", "count": 315, ...}, "attempt": {"state": "refused", "problems": [...], ...}}}. */
    public static void write(RulesStatus status, OutputStream out) {
        Json.write(out, json -> {
            json.object("live", live -> {
                live.text("digest", status.digest());
                live.number("count", status.count());
                live.put("since", status.since());
                live.text("source", status.source());
            });
            attempt(status.attempt(), json);
        });
    }

    private static void attempt(RulesStatus.@Nullable Attempt it, Json json) {
        if (it == null) {
            json.put("attempt", null);
            return;
        }
        json.object("attempt", attempt -> {
            attempt.put("state", it.phase());
            attempt.text("digest", it.digest());
            attempt.put("at", it.at());
            attempt.text("tests", it.tests());
            attempt.put("scenarios", it.scenarios());
            attempt.objects("failed", it.failed(), verdict -> {
                attempt.text("scenario", verdict.scenario());
                attempt.texts("differences", verdict.differences());
            });
            attempt.objects("problems", it.flaws(), flaw -> FlawJson.flaw(attempt, flaw));
        });
    }
}
