package org.throughline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;

/** The as-of date: what lies after it was not decided, adopted or recorded yet, and has not happened. */
final class Calendar {

    private static final Map<Kind, String> DATED =
            Map.of(Kind.DECISION, "decided_on", Kind.ADOPTION, "since", Kind.FRICTION, "recorded_on");

    private final LocalDate asOf;
    private final ProblemList problems;

    Calendar(LocalDate asOf, ProblemList problems) {
        this.asOf = asOf;
        this.problems = problems;
    }

    void apply(Map<Kind, List<Draft>> drafts) {
        DATED.forEach((kind, date) -> drafts.get(kind).removeIf(draft -> isYetToCome(draft, kind.attribute(date))));
        drafts.forEach((kind, rows) -> {
            List<Attribute> days = kind.attributes().stream()
                    .filter(attribute ->
                            attribute.type() == AttributeType.EVENT || attribute.type() == AttributeType.DAY)
                    .toList();
            rows.forEach(draft -> days.forEach(day -> check(draft, day)));
        });
    }

    private boolean isYetToCome(Draft draft, Attribute date) {
        if (!isAfter(draft, date)) {
            return false;
        }
        report(draft, date, "no row yet: it counts from that day on");
        return true;
    }

    private void check(Draft draft, Attribute attribute) {
        if (!isAfter(draft, attribute)) {
            return;
        }
        boolean event = attribute.type() == AttributeType.EVENT;
        report(draft, attribute, event ? "not recorded, as it has not happened yet" : "that day");
        if (event) {
            draft.set(attribute, Nothing.ABSENT);
        }
    }

    private boolean isAfter(Draft draft, Attribute attribute) {
        return draft.get(attribute) instanceof LocalDate day && day.isAfter(asOf);
    }

    private void report(Draft draft, Attribute attribute, String readAs) {
        String day = String.valueOf(draft.get(attribute));
        problems.warning(
                draft.sheet.file(),
                draft.row,
                draft.header(attribute),
                day,
                "A day after the one that the advice is for, " + asOf + ".",
                "A day up to " + asOf + ".",
                "Nothing, if it is planned; else correct the date, or ask for advice as of a later day.",
                readAs);
    }
}
