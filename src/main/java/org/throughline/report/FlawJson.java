package org.throughline.report;

import java.io.OutputStream;
import java.util.List;
import org.throughline.findings.Flaw;

/** What is wrong in rule files, for machines. */
public final class FlawJson {

    private FlawJson() {}

    /** {@code {"files": 47, "errors": 1, "warnings": 0, "problems": [...]}}. */
    public static void write(List<Flaw> flaws, int files, OutputStream out) {
        long errors = flaws.stream().filter(Flaw::isError).count();
        Json.write(out, json -> {
            json.number("files", files);
            json.number("errors", errors);
            json.number("warnings", flaws.size() - errors);
            json.objects("problems", flaws, it -> flaw(json, it));
        });
    }

    static void flaw(Json json, Flaw it) {
        json.put("severity", it.weight());
        json.text("file", it.file());
        json.put("line", it.line() > 0 ? it.line() : null);
        json.put("column", it.column() > 0 ? it.column() : null);
        json.put("length", it.column() > 0 ? it.length() : null);
        json.text("rule", it.rule());
        json.text("found", it.found());
        json.text("fix", it.fix());
        json.text("text", it.text());
    }
}
