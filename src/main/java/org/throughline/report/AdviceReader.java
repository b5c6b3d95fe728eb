package org.throughline.report;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Priority;
import org.throughline.advice.Recommendation;
import org.throughline.advice.StateLine;
import org.throughline.advice.Tier;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Figure;
import org.throughline.facts.Problem;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;
import org.throughline.findings.Threshold;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Advice from the JSON that {@link AdviceJson} wrote: written again, it is the same bytes. */
public final class AdviceReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AdviceReader() {}

    /** Reads to the end. What JSON does not carry (how use cases stand) is empty. */
    public static Advice read(InputStream in) {
        return advice(JSON.readTree(in));
    }

    private static Advice advice(JsonNode json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        json.get("facts")
                .get("counts")
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().longValue()));
        return new Advice(
                LocalDate.parse(text(json, "asOf")),
                text(json.get("rules"), "digest"),
                json.get("rules").get("count").intValue(),
                text(json.get("facts"), "digest"),
                counts,
                list(json, "recommendations", AdviceReader::recommendation),
                list(json, "findings", AdviceReader::finding),
                list(json, "notJudged", AdviceReader::notJudged),
                list(json, "problems", AdviceReader::problem),
                list(json, "state", AdviceReader::line),
                list(json, "valueStreams", AdviceReader::stream));
    }

    private static Recommendation recommendation(JsonNode json) {
        return new Recommendation(
                text(json, "id"),
                json.get("rank").intValue(),
                Tier.valueOf(text(json, "tier")),
                text(json, "kind"),
                text(json, "title"),
                subject(json.get("subject")),
                text(json, "action"),
                text(json, "decider"),
                text(json, "firstStep"),
                text(json, "doneWhen"),
                texts(json, "requires"),
                text(json, "effort"),
                json.get("confidence").decimalValue(),
                priority(json.get("priority")),
                texts(json, "findings"),
                text(json, "why"),
                Severity.of(text(json, "severity")),
                isAssumed(json));
    }

    private static boolean isAssumed(JsonNode json) {
        return text(json, "basis").equals("assumed");
    }

    private static Priority priority(JsonNode json) {
        return new Priority(
                number(json.get("stake"), "hoursPerMonth"),
                texts(json.get("stake"), "sameHours"),
                json.get("spread").decimalValue(),
                json.get("leverage").intValue(),
                json.get("effortDays").decimalValue(),
                text(json, "explanation"));
    }

    private static Finding finding(JsonNode json) {
        return new Finding(
                text(json, "id"),
                text(json, "diagnostic"),
                text(json, "slug"),
                Severity.of(text(json, "severity")),
                subject(json.get("subject")),
                text(json, "statement"),
                text(json, "rule"),
                text(json, "section"),
                list(json, "evidence", AdviceReader::evidence),
                list(json, "thresholds", AdviceReader::threshold),
                list(json, "figures", AdviceReader::figure),
                isAssumed(json));
    }

    private static Subject subject(JsonNode json) {
        return new Subject(SubjectType.of(text(json, "type")), text(json, "id"), text(json, "name"));
    }

    private static Evidence evidence(JsonNode json) {
        return new Evidence(
                text(json, "fact"),
                text(json, "attribute"),
                value(json.get("value")),
                maybe(json, "file"),
                row(json),
                maybe(json, "column"));
    }

    private static @Nullable Object value(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            json.forEach(item -> items.add(value(item)));
            return items;
        }
        return json.stringValue();
    }

    private static Threshold threshold(JsonNode json) {
        return new Threshold(
                text(json, "name"), json.get("value").decimalValue(), text(json, "unit"), text(json, "reason"));
    }

    private static Figure figure(JsonNode json) {
        return new Figure(text(json, "name"), json.get("value").decimalValue(), text(json, "unit"));
    }

    private static NotJudged notJudged(JsonNode json) {
        return new NotJudged(
                text(json, "diagnostic"),
                texts(json, "missing"),
                json.get("subjects").intValue(),
                text(json, "reason"));
    }

    private static Problem problem(JsonNode json) {
        return new Problem(
                text(json, "severity").equals("error") ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                maybe(json, "file"),
                row(json),
                maybe(json, "column"),
                maybe(json, "value"),
                text(json, "found"),
                text(json, "expected"),
                text(json, "fix"),
                maybe(json, "readAs"));
    }

    private static StateLine line(JsonNode json) {
        return new StateLine(
                json.get("order").intValue(),
                text(json, "name"),
                text(json, "text"),
                json.has("figure") ? maybe(json, "figure") : null);
    }

    private static ValueStream stream(JsonNode json) {
        return new ValueStream(
                text(json, "workflow"),
                text(json, "name"),
                number(json, "leadTimeH"),
                list(json, "steps", AdviceReader::step),
                list(json, "ceilings", AdviceReader::ceiling));
    }

    private static ValueStream.StepTime step(JsonNode json) {
        return new ValueStream.StepTime(
                text(json, "step"),
                text(json, "name"),
                maybe(json, "team"),
                number(json, "processTimeH"),
                number(json, "waitH"),
                json.get("constraint").booleanValue());
    }

    private static ValueStream.Ceiling ceiling(JsonNode json) {
        return new ValueStream.Ceiling(
                text(json, "useCase"),
                text(json, "name"),
                text(json, "step"),
                json.get("share").decimalValue());
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        json.get(name).forEach(item -> items.add(read.apply(item)));
        return items;
    }

    private static List<String> texts(JsonNode json, String name) {
        return list(json, name, JsonNode::stringValue);
    }

    private static String text(JsonNode json, String name) {
        return json.get(name).stringValue();
    }

    private static @Nullable String maybe(JsonNode json, String name) {
        return json.get(name).isNull() ? null : text(json, name);
    }

    private static @Nullable BigDecimal number(JsonNode json, String name) {
        return json.get(name).isNull() ? null : json.get(name).decimalValue();
    }

    private static @Nullable Integer row(JsonNode json) {
        return json.get("row").isNull() ? null : json.get("row").intValue();
    }
}
