package org.throughline.report;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Priority;
import org.throughline.advice.Recommendation;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Problem;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.findings.Subject;
import org.throughline.findings.Threshold;

/**
 * Advice for machines. People script against these keys and their order: add at the end of an object, rename nothing. The same advice
 * gives the same bytes.
 */
public final class AdviceJson {

    /** What the document has, in its order. */
    public static final List<String> PARTS = List.of(
            "asOf", "rules", "facts", "recommendations", "findings", "notJudged", "problems", "state", "valueStreams");

    private final Json json;

    private AdviceJson(Json json) {
        this.json = json;
    }

    /** Writes as it goes, in UTF-8; flushes the stream and leaves it open. */
    public static void write(Advice advice, OutputStream out) {
        Json.write(out, json -> new AdviceJson(json).advice(advice));
    }

    public static String text(Advice advice) {
        return Json.text(json -> new AdviceJson(json).advice(advice));
    }

    /**
     * Some findings, each as in advice: {@code {"items": [...], "next": "A1:uc-7"}}.
     *
     * @param next null where there are no more
     */
    public static String findings(List<Finding> findings, @Nullable String next) {
        return Json.compact(json -> {
            json.objects("items", findings, new AdviceJson(json)::finding);
            json.text("next", next);
        });
    }

    private void advice(Advice advice) {
        json.put("asOf", advice.asOf());
        json.object("rules", rules -> {
            json.text("digest", advice.rulesDigest());
            json.number("count", advice.rulesCount());
        });
        json.object("facts", facts -> {
            json.text("digest", advice.factsDigest());
            json.object("counts", counts -> advice.factsCounts().forEach(json::number));
        });
        json.objects("recommendations", advice.recommendations(), this::recommendation);
        json.objects("findings", advice.findings(), this::finding);
        json.objects("notJudged", advice.notJudged(), this::notJudged);
        json.objects("problems", advice.problems(), problem -> problem(json, problem));
        json.objects("state", advice.state(), line -> {
            json.number("order", line.order());
            json.text("name", line.name());
            json.text("text", line.text());
            json.text("figure", line.figure());
        });
        json.objects("valueStreams", advice.valueStreams(), this::valueStream);
    }

    private void recommendation(Recommendation it) {
        json.text("id", it.id());
        json.number("rank", it.rank());
        json.text("tier", it.tier().name());
        json.text("kind", it.kind());
        json.text("title", it.title());
        json.object("subject", subject -> subject(it.subject()));
        json.text("action", it.action());
        json.text("decider", it.decider());
        json.text("firstStep", it.firstStep());
        json.text("doneWhen", it.doneWhen());
        json.texts("requires", it.requires());
        json.text("effort", it.effort());
        json.put("confidence", it.confidence());
        json.object("priority", priority -> priority(it.priority()));
        json.texts("findings", it.findings());
        json.text("why", it.why());
        json.text("severity", it.severity().word());
        basis(it.assumed());
    }

    private void priority(Priority it) {
        json.object("stake", stake -> {
            json.put("hoursPerMonth", it.hoursPerMonth());
            json.texts("sameHours", it.sameHours());
        });
        json.put("spread", it.spread());
        json.number("leverage", it.leverage());
        json.put("effortDays", it.effortDays());
        json.text("explanation", it.explanation());
    }

    private void finding(Finding it) {
        json.text("id", it.id());
        json.text("diagnostic", it.diagnostic());
        json.text("slug", it.slug());
        json.text("severity", it.severity().word());
        json.object("subject", subject -> subject(it.subject()));
        json.text("statement", it.statement());
        json.text("rule", it.rule());
        json.text("section", it.section());
        json.objects("evidence", it.evidence(), this::evidence);
        json.objects("thresholds", it.thresholds(), threshold -> threshold(json, threshold));
        json.objects("figures", it.figures(), figure -> {
            json.text("name", figure.name());
            json.put("value", figure.value());
            json.text("unit", figure.unit());
        });
        basis(it.assumed());
    }

    private void basis(boolean assumed) {
        json.text("basis", assumed ? "assumed" : "observed");
    }

    private void subject(Subject it) {
        json.text("type", it.type().word());
        json.text("id", it.id());
        json.text("name", it.name());
    }

    private void evidence(Evidence it) {
        json.text("fact", it.fact());
        json.text("attribute", it.attribute());
        json.put("value", it.value());
        json.text("file", it.file());
        json.put("row", it.row());
        json.text("column", it.column());
    }

    static void threshold(Json json, Threshold it) {
        json.text("name", it.name());
        json.put("value", it.value());
        json.text("unit", it.unit());
        json.text("reason", it.reason());
    }

    private void notJudged(NotJudged it) {
        json.text("diagnostic", it.diagnostic());
        json.texts("missing", it.missing());
        json.number("subjects", it.subjects());
        json.text("reason", it.reason());
    }

    static void problem(Json json, Problem it) {
        json.put("severity", it.severity());
        json.text("file", it.file());
        json.put("row", it.row());
        json.text("column", it.column());
        json.text("value", it.value());
        json.text("expected", it.expected());
        json.text("fix", it.fix());
        json.text("found", it.found());
        json.text("readAs", it.readAs());
    }

    private void valueStream(ValueStream it) {
        json.text("workflow", it.workflowId());
        json.text("name", it.name());
        json.put("leadTimeH", it.leadTimeH());
        json.objects("steps", it.steps(), step -> {
            json.text("step", step.stepId());
            json.text("name", step.name());
            json.text("team", step.team());
            json.put("processTimeH", step.processTimeH());
            json.put("waitH", step.waitH());
            json.put("constraint", step.constraint());
        });
        json.objects("ceilings", it.ceilings(), ceiling -> {
            json.text("useCase", ceiling.useCaseId());
            json.text("name", ceiling.useCaseName());
            json.text("step", ceiling.stepId());
            json.put("share", ceiling.share());
        });
    }
}
