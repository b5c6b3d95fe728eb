package org.throughline.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** The shapes that the API takes and gives. A test holds an answer against them. */
final class Schemas {

    static final String PORTFOLIO = "#/components/schemas/Portfolio";
    static final String FILES = "#/components/schemas/Files";
    static final String SNAPSHOT_FILES = "#/components/schemas/SnapshotFiles";
    static final String ADVICE = "#/components/schemas/Advice";
    static final String FINDING = "#/components/schemas/Finding";
    static final String RULES_REVIEW = "#/components/schemas/RulesReview";
    static final String RULES_STATUS = "#/components/schemas/RulesStatus";
    static final String PROBLEM_RESPONSE = "#/components/responses/Problem";

    private static final String PROBLEM_DOCUMENT = "#/components/schemas/ProblemDocument";
    private static final String IMPORT_PROBLEM = "#/components/schemas/ImportProblem";
    private static final String SUBJECT = "#/components/schemas/Subject";

    private Schemas() {}

    static void addTo(Components components) {
        components.addSchemas("Portfolio", portfolio());
        components.addSchemas(
                "Files",
                object(Map.of("files", list(text("A CSV, JSON or ZIP file.").format("binary")))));
        components.addSchemas(
                "SnapshotFiles",
                properties()
                        .and(
                                "files",
                                list(text("A CSV, XLSX, JSON or ZIP file.").format("binary")))
                        .and(
                                "mappingFile",
                                text("A mapping as YAML, by which to read them.")
                                        .format("binary"))
                        .object());
        components.addSchemas("Advice", advice());
        components.addSchemas("Finding", finding());
        components.addSchemas("Subject", subject());
        components.addSchemas("ImportProblem", importProblem());
        components.addSchemas("RulesReview", rulesReview());
        components.addSchemas("RulesStatus", rulesStatus());
        components.addSchemas("ProblemDocument", problemDocument());
        components.addResponses(
                "Problem",
                new ApiResponse()
                        .description("What was found and what was expected (RFC 9457).")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(PROBLEM_DOCUMENT)))));
    }

    /** Records name their enumerations as Java does; JSON has them in lower case. */
    static void inLowerCase(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().values().forEach(Schemas::inLowerCase);
        }
    }

    @SuppressWarnings("unchecked")
    private static void inLowerCase(Schema<?> schema) {
        if (schema.getEnum() != null) {
            ((Schema<Object>) schema)
                    .setEnum(schema.getEnum().stream()
                            .map(value -> (Object) String.valueOf(value).toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Schemas::inLowerCase);
        }
        if (schema.getItems() != null) {
            inLowerCase(schema.getItems());
        }
    }

    /** Straight from the schema of facts: a column added there is described here. */
    private static Schema<?> portfolio() {
        Map<String, Schema<?>> tables = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Map<String, Schema<?>> columns = new LinkedHashMap<>();
            kind.attributes().forEach(attribute -> columns.put(attribute.name(), column(attribute)));
            tables.put(kind.table(), list(object(columns)));
        }
        return object(tables)
                .description(
                        "Tables of facts; use_cases alone is enough to start. A property that is not there is unknown,"
                                + " null is known to be missing.");
    }

    private static Schema<?> column(Attribute attribute) {
        if (attribute.choices() == null) {
            return text(attribute.type().name().toLowerCase(Locale.ROOT));
        }
        Schema<Object> choice = text("");
        Stream.of(attribute.choices().getEnumConstants())
                .forEach(constant -> choice.addEnumItemObject(constant.name().toLowerCase(Locale.ROOT)));
        return choice;
    }

    private static Schema<?> advice() {
        return properties()
                .and("asOf", text("The day from which every duration counts.").format("date"))
                .and(
                        "rules",
                        properties()
                                .and("digest", text("sha256:..."))
                                .and("count", whole(""))
                                .object())
                .and(
                        "facts",
                        properties()
                                .and("digest", text("sha256:..."))
                                .and("counts", any("Rows of each table."))
                                .object())
                .and("recommendations", list(recommendation()))
                .and("findings", list(new Schema<>().$ref(FINDING)))
                .and(
                        "notJudged",
                        list(properties()
                                .and("diagnostic", text(""))
                                .and("missing", list(text("A table or column.")))
                                .and("subjects", whole("How many."))
                                .and("reason", text(""))
                                .object()))
                .and("problems", list(new Schema<>().$ref(IMPORT_PROBLEM)))
                .and(
                        "state",
                        list(properties()
                                .and("order", whole("From 1."))
                                .and("name", text(""))
                                .and("text", text(""))
                                .and(
                                        "figure",
                                        text("The number that says most, and what it counts; null where nothing is"
                                                + " known."))
                                .object()))
                .and("valueStreams", list(any("A touched workflow: where its lead time goes.")))
                .object();
    }

    private static Schema<?> recommendation() {
        return properties()
                .and("id", text("Stable across runs and re-imports."))
                .and("rank", whole("From 1."))
                .and("tier", choice("P1", "P2", "P3", "P4"))
                .and("kind", text("The remedy, such as assign-owner."))
                .and("title", text("The change wanted."))
                .and("subject", new Schema<>().$ref(SUBJECT))
                .and("action", text(""))
                .and("decider", text(""))
                .and("firstStep", text(""))
                .and("doneWhen", text("A check that the next snapshot's facts can answer."))
                .and("requires", list(text("Ids of what must come first.")))
                .and("effort", choice("S", "M", "L", "XL"))
                .and("confidence", number("Share of the needed facts that are known, 0..1."))
                .and(
                        "priority",
                        properties()
                                .and(
                                        "stake",
                                        properties()
                                                .and("hoursPerMonth", number("Null where not quantified."))
                                                .and(
                                                        "sameHours",
                                                        list(text("Ids of better ranked ones that count the same"
                                                                + " hours.")))
                                                .object())
                                .and("spread", number("Share of the live use cases concerned, 0..1."))
                                .and("leverage", whole(""))
                                .and("effortDays", number("Person-days."))
                                .and("explanation", text(""))
                                .object())
                .and("findings", list(text("Ids.")))
                .and("why", text(""))
                .and("severity", severity())
                .and("basis", choice("observed", "assumed"))
                .object();
    }

    private static Schema<?> finding() {
        return properties()
                .and("id", text(""))
                .and("diagnostic", text("Such as C1."))
                .and("slug", text(""))
                .and("severity", severity())
                .and("subject", new Schema<>().$ref(SUBJECT))
                .and("statement", text(""))
                .and("rule", text(""))
                .and("section", text("Of the article."))
                .and(
                        "evidence",
                        list(properties()
                                .and("fact", text("use_cases/uc-7"))
                                .and("attribute", text(""))
                                .and("value", any("As it was read."))
                                .and("file", text(""))
                                .and("row", whole("The header is row 1."))
                                .and("column", text(""))
                                .object()))
                .and(
                        "thresholds",
                        list(properties()
                                .and("name", text(""))
                                .and("value", number(""))
                                .and("unit", text(""))
                                .and("reason", text(""))
                                .object()))
                .and(
                        "figures",
                        list(properties()
                                .and("name", text(""))
                                .and("value", any(""))
                                .and("unit", text(""))
                                .object()))
                .and("basis", choice("observed", "assumed"))
                .object();
    }

    private static Schema<?> subject() {
        return properties()
                .and(
                        "type",
                        choice("use_case", "workflow", "step", "handoff", "team", "person", "friction", "organisation"))
                .and("id", text("A step is workflow/step, a handoff workflow/from->to."))
                .and("name", text(""))
                .object();
    }

    private static Schema<?> importProblem() {
        return properties()
                .and("severity", choice("error", "warning"))
                .and("file", text(""))
                .and("row", whole("The header is row 1."))
                .and("column", text(""))
                .and("value", text(""))
                .and("expected", text(""))
                .and("fix", text(""))
                .and("found", text(""))
                .and("readAs", text(""))
                .object();
    }

    private static Schema<?> rulesReview() {
        return properties()
                .and("files", whole("How many were checked."))
                .and("errors", whole("Rules with an error cannot be used."))
                .and("warnings", whole(""))
                .and("problems", list(ruleProblem()))
                .object();
    }

    private static Schema<?> rulesStatus() {
        return properties()
                .and(
                        "live",
                        properties()
                                .and("digest", text("sha256:..., as every advice names it."))
                                .and("count", whole("Rules."))
                                .and("since", text("When they began to advise.").format("date-time"))
                                .and("source", text("The folder they are from, or \"the program\"."))
                                .object())
                .and("attempt", attempt())
                .object();
    }

    private static Schema<?> attempt() {
        return properties()
                .and("state", choice("checking", "testing", "live", "refused"))
                .and("digest", text("Of the files as they were read; null where they could not be."))
                .and("at", text("Since when.").format("date-time"))
                .and("tests", text("What became of testing, in a sentence."))
                .and("scenarios", whole("How many were run; null where none were."))
                .and(
                        "failed",
                        list(properties()
                                .and("scenario", text("Its name."))
                                .and("differences", list(text("How what came out differs from what it expects.")))
                                .object()))
                .and("problems", list(ruleProblem()))
                .object();
    }

    private static Schema<?> ruleProblem() {
        return properties()
                .and("severity", choice("error", "warning"))
                .and("file", text("Its path in the rules folder."))
                .and("line", whole("From 1; null for a whole file."))
                .and("column", whole("From 1; null for a whole line."))
                .and("length", whole("Of what the column points at, in characters."))
                .and("rule", text("The rule's name."))
                .and("found", text("What is wrong."))
                .and("fix", text("What to do."))
                .and("text", text("The line as it stands in the file."))
                .object();
    }

    private static Schema<?> problemDocument() {
        return properties()
                .and("type", text("urn:throughline:problem:malformed-json").format("uri"))
                .and("title", text(""))
                .and("status", whole(""))
                .and("detail", text(""))
                .and("instance", text(""))
                .and("found", text("What was wrong with the request."))
                .and("expected", text("What it should have been."))
                .and("fix", text("How to mend it."))
                .and("help", text("The address of a page that explains this kind of problem."))
                .and("line", whole("Of malformed JSON, from 1."))
                .and("column", whole("Of malformed JSON, from 1."))
                .and("problems", list(new Schema<>().$ref(IMPORT_PROBLEM)))
                .object();
    }

    private static Properties properties() {
        return new Properties(new LinkedHashMap<>());
    }

    private record Properties(Map<String, Schema<?>> named) {

        Properties and(String name, Schema<?> schema) {
            named.put(name, schema);
            return this;
        }

        Schema<Object> object() {
            return Schemas.object(named);
        }
    }

    private static Schema<Object> object(Map<String, Schema<?>> properties) {
        Schema<Object> object = of("object", "");
        properties.forEach(object::addProperty);
        return object;
    }

    private static Schema<Object> list(Schema<?> items) {
        return of("array", "").items(items);
    }

    private static Schema<Object> choice(String... values) {
        Schema<Object> choice = text("");
        Stream.of(values).forEach(choice::addEnumItemObject);
        return choice;
    }

    private static Schema<Object> severity() {
        return choice("critical", "high", "medium", "low", "positive");
    }

    private static Schema<Object> text(String description) {
        return of("string", description);
    }

    private static Schema<Object> whole(String description) {
        return of("integer", description);
    }

    private static Schema<Object> number(String description) {
        return of("number", description);
    }

    private static Schema<Object> any(String description) {
        Schema<Object> any = new Schema<>();
        return description.isEmpty() ? any : any.description(description);
    }

    /** Both spellings of the type: one for OpenAPI 3.0, one for 3.1. */
    private static Schema<Object> of(String type, String description) {
        return any(description).type(type).types(java.util.Set.of(type));
    }
}
