package org.throughline.report;

import java.io.OutputStream;
import java.util.List;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.advice.Sensitivity;

/** What other rules would say of the same facts, for machines. */
public final class EffectJson {

    private EffectJson() {}

    /** {@code {"edits": [...], "changes": [{"part": "finding", "change": "vanishes", "id": "A1:uc-4", ...}]}}. */
    public static void write(Effect effect, OutputStream out) {
        Json.write(out, json -> effect(json, effect));
    }

    /** On a snapshot of a portfolio. */
    public record Tried(String portfolio, long snapshot, Effect effect) {}

    /** {@code {"portfolios": [{"portfolio": "sales", "snapshot": 3, "edits": [...], "changes": [...]}]}}. */
    public static void writeAll(List<Tried> all, OutputStream out) {
        Json.write(
                out,
                json -> json.objects("portfolios", all, one -> {
                    json.text("portfolio", one.portfolio());
                    json.number("snapshot", one.snapshot());
                    effect(json, one.effect());
                }));
    }

    private static void effect(Json json, Effect effect) {
        json.texts("edits", effect.edits());
        json.objects("changes", effect.changes(), change -> {
            change(json, change);
            json.texts("because", change.because());
        });
    }

    /** {@code {"thresholds": [{"name": "...", "value": 30, "unit": "days", "steps": [{"percent": -25, ...}]}]}}. */
    public static void sensitivity(List<Sensitivity> all, OutputStream out) {
        Json.write(
                out,
                json -> json.objects("thresholds", all, one -> {
                    json.text("name", one.threshold().name());
                    json.put("value", one.threshold().value());
                    json.text("unit", one.threshold().unit());
                    json.objects("steps", one.steps(), step -> {
                        json.number("percent", step.percent());
                        json.put("value", step.value());
                        json.objects("changes", step.changes(), change -> change(json, change));
                    });
                }));
    }

    private static void change(Json json, Change it) {
        json.put("part", it.part());
        json.text("change", it.verb());
        json.text("id", it.id());
        json.text("text", it.text());
        json.text("before", it.before());
        json.text("after", it.after());
    }
}
