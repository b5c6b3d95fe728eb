package org.throughline.report;

import java.io.OutputStream;
import org.throughline.findings.Trial;

/** What scenarios say of rules, for machines. */
public final class TrialJson {

    private TrialJson() {}

    /** {@code {"passed": true, "scenarios": [...], "rules": [{"rule": "...", "scenarios": [...]}], "unnoticed": [...]}}. */
    public static void write(Trial trial, OutputStream out) {
        Json.write(out, json -> {
            json.put("passed", trial.passed());
            json.objects("scenarios", trial.verdicts(), verdict -> {
                json.text("name", verdict.scenario());
                json.put("passed", verdict.passed());
                json.texts("differences", verdict.differences());
            });
            json.objects("rules", trial.fired().entrySet(), rule -> {
                json.text("rule", rule.getKey());
                json.texts("scenarios", rule.getValue());
            });
            json.objects("unnoticed", trial.unnoticed(), one -> {
                json.text("threshold", one.threshold().name());
                json.put("value", one.threshold().value());
                json.texts("changes", one.changes());
                json.texts("diagnostics", one.diagnostics());
            });
        });
    }
}
