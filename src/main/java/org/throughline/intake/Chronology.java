package org.throughline.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Kind;

/** Dates that cannot both be right: an end before its start, an adoption or a decision before there was anything to adopt. */
final class Chronology {

    private static final Attribute STARTED = Kind.USE_CASE.attribute("started_on");
    private static final Attribute RECORDED = Kind.FRICTION.attribute("recorded_on");
    private static final Attribute DECIDED = Kind.DECISION.attribute("decided_on");
    private static final Attribute SUBJECT = Kind.DECISION.attribute("subject_id");
    private static final Attribute DECISION = Kind.DECISION.attribute("kind");
    private static final Attribute ADOPTED = Kind.ADOPTION.attribute("since");
    private static final Attribute USE_CASE = Kind.ADOPTION.attribute("use_case_id");
    /** A redesign may well be decided before the first use case starts. */
    private static final Set<DecisionKind> OF_WHAT_STARTED =
            EnumSet.of(DecisionKind.STANDARDISE, DecisionKind.EXTEND, DecisionKind.STOP, DecisionKind.PAUSE);

    private final Map<Kind, List<Draft>> drafts;
    private final ProblemList problems;

    Chronology(Map<Kind, List<Draft>> drafts, ProblemList problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    /** Reports them; what they say stays as it is, for nobody can tell which of the two is wrong. */
    void check() {
        for (String end : List.of("validated_on", "planned_end_on")) {
            checkRows(STARTED, Kind.USE_CASE.attribute(end));
        }
        checkRows(RECORDED, Kind.FRICTION.attribute("removed_on"));
        if (!drafts.get(Kind.ADOPTION).isEmpty() || !drafts.get(Kind.DECISION).isEmpty()) {
            checkAcross();
        }
    }

    private void checkRows(Attribute start, Attribute end) {
        for (Draft draft : drafts.get(start.kind())) {
            if (draft.get(end) instanceof LocalDate ended && draft.get(start) instanceof LocalDate started) {
                check(draft, end, ended, started, start.name());
            }
        }
    }

    private void checkAcross() {
        Map<String, LocalDate> starts = new HashMap<>();
        for (Draft useCase : drafts.get(Kind.USE_CASE)) {
            if (useCase.get(STARTED) instanceof LocalDate started) {
                starts.put(String.valueOf(useCase.text(Kind.USE_CASE.attribute("id"))), started);
            }
        }
        for (Draft adoption : drafts.get(Kind.ADOPTION)) {
            checkAgainst(starts.get(adoption.text(USE_CASE)), adoption, ADOPTED);
        }
        for (Draft decision : drafts.get(Kind.DECISION)) {
            boolean ofWhatStarted =
                    decision.get(DECISION) instanceof DecisionKind kind && OF_WHAT_STARTED.contains(kind);
            if (ofWhatStarted && Mentions.subjectOf(decision, SUBJECT) == Kind.USE_CASE) {
                checkAgainst(starts.get(decision.text(SUBJECT)), decision, DECIDED);
            }
        }
    }

    private void checkAgainst(@Nullable LocalDate started, Draft draft, Attribute day) {
        if (started != null && draft.get(day) instanceof LocalDate date) {
            check(draft, day, date, started, "the started_on of its use case");
        }
    }

    private void check(Draft draft, Attribute end, LocalDate ended, LocalDate started, String start) {
        if (ended.isBefore(started)) {
            problems.warning(
                    draft.sheet.file(),
                    draft.row,
                    draft.header(end),
                    ended.toString(),
                    "A day before " + start + ", " + started + ".",
                    "A day from " + started + " on.",
                    "Correct one of the two dates; until then both count as they stand.",
                    null);
        }
    }
}
