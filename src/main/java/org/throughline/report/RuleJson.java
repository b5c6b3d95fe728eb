package org.throughline.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;

/** Rules for machines. */
public final class RuleJson {

    private RuleJson() {}

    /** {@code {"rules": [...]}}, each as {@link #show} writes it; thresholds by diagnostic id. */
    public static void list(List<Diagnostic> diagnostics, Map<String, List<Threshold>> thresholds, OutputStream out) {
        Json.write(
                out,
                json -> json.objects(
                        "rules", diagnostics, it -> rule(json, it, thresholds.getOrDefault(it.id(), List.of()))));
    }

    /** One rule with its documentation and thresholds. */
    public static void show(Diagnostic diagnostic, List<Threshold> thresholds, OutputStream out) {
        Json.write(out, json -> rule(json, diagnostic, thresholds));
    }

    private static void rule(Json json, Diagnostic it, List<Threshold> thresholds) {
        json.text("id", it.id());
        json.text("slug", it.slug());
        json.text("title", it.title());
        json.text("section", it.section());
        json.text("subject", it.subject().word());
        json.text("severity", it.severity().word());
        json.text("remedy", it.remedy());
        json.text("documentation", it.documentation());
        json.objects("thresholds", thresholds, threshold -> AdviceJson.threshold(json, threshold));
        json.text("file", it.file());
    }
}
