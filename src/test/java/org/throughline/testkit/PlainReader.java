package org.throughline.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Decision;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Measure;
import org.throughline.facts.Origin;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Sheet;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/**
 * Canonical cells to facts: tokens, blanks, what has not happened yet, the first of repeated rows. Names stay texts and nothing is
 * repaired: for tests that are about what is judged, not about how it is read.
 */
final class PlainReader {

    private static final Set<String> UNKNOWN = Set.of("?", "tbd", "unknown", "to be confirmed");
    private static final Set<String> NOT_APPLICABLE = Set.of("n/a", "not applicable");
    private static final Set<String> ABSENT = Set.of("none", "nobody", "no one", "-");

    private final Organisation organisation;
    private final Map<Kind, List<Fact>> facts = new EnumMap<>(Kind.class);
    private final Set<Attribute> columns = new HashSet<>();

    PlainReader(Organisation organisation) {
        this.organisation = organisation;
    }

    Portfolio read() {
        Set<String> known = new HashSet<>();
        for (Kind kind : Kind.values()) {
            facts.put(kind, new ArrayList<>());
            if (organisation.has(kind)) {
                known.add(kind.table());
                columns.addAll(organisation.columns(kind));
                organisation.columns(kind).forEach(column -> known.add(column.qualifiedName()));
                readRows(kind);
            }
        }
        for (Kind kind : List.of(Kind.WORKFLOW, Kind.TEAM, Kind.PERSON)) {
            addReferredTo(kind);
        }
        return new Portfolio(organisation.asOf(), Map.copyOf(facts), known, "sha256:none");
    }

    private void readRows(Kind kind) {
        Map<String, String> headers = new HashMap<>();
        organisation.columns(kind).forEach(column -> headers.put(column.name(), column.name()));
        Sheet sheet = new Sheet(kind.table() + ".csv", kind, headers);
        Set<String> seen = new HashSet<>();
        int number = 1;
        for (Row row : organisation.rows(kind)) {
            number++;
            Fact fact = counts(row) ? fact(sheet, number, row) : null;
            if (fact != null && seen.add(fact.factKind() == Kind.RESPONSIBILITY ? "#" + number : fact.key())) {
                facts.get(kind).add(fact);
            }
        }
    }

    /** What happened after the as-of date has not happened. */
    private boolean counts(Row row) {
        return switch (row.kind) {
            case DECISION -> !isAfter(row.cell("decided_on"));
            case ADOPTION -> !isAfter(row.cell("since")) && !row.cell("team_id").isBlank();
            case FRICTION -> !isAfter(row.cell("recorded_on"));
            default -> true;
        };
    }

    private Fact fact(Sheet sheet, int number, Row row) {
        @Nullable Object[] values = new @Nullable Object[row.kind.attributes().size()];
        long[] masks = new long[3];
        for (Attribute attribute : row.kind.attributes()) {
            boolean exists = columns.contains(attribute);
            values[attribute.index()] = value(attribute, exists ? row.cell(attribute.name()) : "?", masks);
        }
        return fact(row.kind, new Origin(sheet, number, masks[0], masks[1], masks[2]), values);
    }

    private @Nullable Object value(Attribute attribute, String cell, long[] masks) {
        String text = Texts.fold(cell);
        long bit = 1L << attribute.index();
        boolean blank = text.isEmpty();
        boolean notYet = attribute.type() == AttributeType.EVENT && isAfter(text);
        if (ABSENT.contains(text) || blank && attribute.type().blankIsAbsent() || notYet) {
            masks[0] |= bit;
            return null;
        }
        if (blank || UNKNOWN.contains(text) || NOT_APPLICABLE.contains(text)) {
            masks[1] |= bit;
            masks[2] |= NOT_APPLICABLE.contains(text) ? bit : 0;
            return null;
        }
        return parsed(attribute, cell.trim());
    }

    private boolean isAfter(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text).isAfter(organisation.asOf());
    }

    private static Object parsed(Attribute attribute, String text) {
        return switch (attribute.type()) {
            case EVENT, PLAN, DAY -> LocalDate.parse(text);
            case AMOUNT, HOURS, PERCENT -> new BigDecimal(text);
            case FLAG -> text.equalsIgnoreCase("yes");
            case LIST, TEAMS -> Stream.of(text.split(";")).map(String::trim).toList();
            case CHOICE -> choice(attribute, text);
            case TEXT -> attribute.name().equals("variant") ? List.of(text) : text;
            case ID, PERSON, TEAM -> text;
        };
    }

    private static Object choice(Attribute attribute, String text) {
        for (Enum<?> each : attribute.choices().getEnumConstants()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException(attribute + " cannot be " + text);
    }

    /** What other rows name without a row of its own. */
    private void addReferredTo(Kind kind) {
        Set<String> ids = new LinkedHashSet<>();
        facts.forEach((other, rows) -> rows.forEach(fact -> other.attributes().stream()
                .filter(column -> refersTo(column, kind))
                .forEach(column -> ids.addAll(texts(fact.value(column.index()))))));
        facts.get(kind).forEach(fact -> ids.remove(fact.key()));
        Sheet nowhere = new Sheet("referred to", kind, Map.of());
        for (String id : ids) {
            @Nullable Object[] values = new @Nullable Object[kind.attributes().size()];
            values[0] = id;
            facts.get(kind).add(fact(kind, Origin.referredTo(nowhere, kind, "id"), values));
        }
    }

    private static boolean refersTo(Attribute column, Kind kind) {
        return kind == Kind.PERSON ? column.type() == AttributeType.PERSON : column.refersTo() == kind;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(@Nullable Object value) {
        return value == null ? List.of() : value instanceof String text ? List.of(text) : (List<String>) value;
    }

    private static Fact fact(Kind kind, Origin origin, @Nullable Object[] values) {
        return switch (kind) {
            case USE_CASE -> UseCase.of(origin, values);
            case WORKFLOW -> Workflow.of(origin, values);
            case STEP -> Step.of(origin, values);
            case HANDOFF -> Handoff.of(origin, values);
            case TEAM -> Team.of(origin, values);
            case PERSON -> Person.of(origin, values);
            case DECISION -> Decision.of(origin, values);
            case ADOPTION -> Adoption.of(origin, values);
            case RESPONSIBILITY -> Responsibility.of(origin, values);
            case FRICTION -> Friction.of(origin, values);
            case MEASURE -> Measure.of(origin, values);
        };
    }
}
