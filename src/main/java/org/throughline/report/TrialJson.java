package org.throughline.report;

import java.io.OutputStream;
import org.throughline.findings.Alterations;
import org.throughline.findings.Trial;

/** What scenarios say of rules, for machines. */
public final class TrialJson {

    private TrialJson() {}

    /** {@code {"passed": true, "scenarios": [...], "rules": [{"rule": "...", "scenarios": [...]}], "unnoticed": [...], "conditions": [...], "alterations": {...}}}. */
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
            json.objects("conditions", trial.conditions(), one -> {
                json.text("file", one.file());
                json.put("line", one.line());
                json.text("rule", one.rule());
                json.text("condition", one.condition());
                json.put("holds", one.holds());
                json.put("fails", one.fails());
                json.put("unknown", one.unknown());
            });
            json.object("alterations", it -> alterations(trial.alterations(), it));
        });
    }

    private static void alterations(Alterations all, Json json) {
        json.put("all", all.all());
        json.put("tried", all.tried());
        json.put("unclear", all.unclear());
        json.put("noticed", all.noticed());
        json.objects("unnoticed", all.survivors(), one -> {
            json.text("file", one.alteration().file());
            json.put("line", one.alteration().line());
            json.text("rule", one.alteration().rule());
            json.text("condition", one.alteration().was());
            json.text("change", one.alteration().change());
            json.text("differsIn", one.differsIn());
        });
    }
}
