package org.throughline.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;
import org.throughline.findings.Link;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Subject;

/** Why something was found, or why not, for machines. */
public final class WhyJson {

    private WhyJson() {}

    /**
     * {@code {"asked": "A1", "subject": "use_case:uc-4", "fires": true, "finding": {...}, "because": [...], "recommendations": [...], "rules":
     * [...]}}.
     *
     * @param finding null where nothing was found
     * @param links what it follows from, for every match
     * @param reasons how far each rule came
     */
    public static void write(
            String asked,
            Subject subject,
            @Nullable Finding finding,
            List<Link> links,
            List<Recommendation> follows,
            List<Reasoning> reasons,
            OutputStream out) {
        Json.write(out, json -> {
            json.text("asked", asked);
            json.text("subject", subject.key());
            json.put("fires", finding != null);
            json.text("finding", finding == null ? null : finding.id());
            json.text("severity", finding == null ? null : finding.severity().word());
            json.text("statement", finding == null ? null : finding.statement());
            json.objects("because", links, link -> link(json, link));
            json.objects("recommendations", follows, it -> {
                json.text("id", it.id());
                json.put("rank", it.rank());
                json.text("tier", it.tier().name());
                json.text("title", it.title());
            });
            json.objects("rules", reasons, reasoning -> reasoning(json, reasoning));
        });
    }

    private static void link(Json json, Link link) {
        json.text("what", link.what());
        json.text("rule", link.rule().isEmpty() ? null : link.rule());
        json.objects("from", link.from(), each -> link(json, each));
    }

    private static void reasoning(Json json, Reasoning reasoning) {
        json.text("rule", reasoning.rule());
        json.text("file", reasoning.file());
        json.put("fires", reasoning.fires());
        json.objects("conditions", reasoning.conditions(), it -> {
            json.text("outcome", it.outcome().name().toLowerCase(Locale.ROOT));
            json.text("condition", it.text());
            json.put("line", it.line());
            json.texts("because", it.because());
            json.objects("deeper", it.deeper(), deeper -> reasoning(json, deeper));
        });
    }
}
