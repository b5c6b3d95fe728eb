package org.throughline.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/** What makes a row one fact: its ids. Rows without them are left out, of rows with the same the first stays. */
final class Identity {

    private static final Set<Kind> WITHOUT_KEY = EnumSet.of(Kind.RESPONSIBILITY, Kind.MEASURE);
    private static final Attribute ADOPTING_TEAM = Kind.ADOPTION.attribute("team_id");
    private static final Attribute VARIANT = Kind.ADOPTION.attribute("variant");
    private static final Map<Kind, List<Attribute>> IDS = new java.util.EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            IDS.put(kind, idsOf(kind));
        }
    }

    private final Map<Kind, List<Draft>> drafts;
    private final ProblemList problems;
    private final UseCaseIds useCases;

    Identity(Map<Kind, List<Draft>> drafts, ProblemList problems) {
        this.drafts = drafts;
        this.problems = problems;
        this.useCases = new UseCaseIds(drafts.get(Kind.USE_CASE), problems);
    }

    void keepFirstOf(Kind kind) {
        keepFirst(kind, null);
    }

    /** All kinds whose rows may refer to teams: use cases are told apart by team, adoptions are one per team. */
    void keepFirstOfTheRest(Names names) {
        for (Kind kind : Kind.values()) {
            if (kind == Kind.USE_CASE) {
                useCases.keepFirst(names, areAlone(), this::repeat);
            } else if (kind != Kind.TEAM && kind != Kind.PERSON) {
                keepFirst(kind, names);
            }
        }
    }

    /** Whether there are use cases and nothing else. */
    private boolean areAlone() {
        return drafts.entrySet().stream()
                .allMatch(entry ->
                        entry.getKey() == Kind.USE_CASE || entry.getValue().isEmpty());
    }

    /** Ids for use cases without one, and for those whose id is unique in its team only. Teams have their ids by now. */
    void nameUseCases() {
        useCases.name();
    }

    private void keepFirst(Kind kind, @Nullable Names names) {
        Map<Object, Draft> first = new HashMap<>();
        drafts.get(kind).removeIf(draft -> lacksIds(draft) || isRepeat(draft, first, names));
    }

    private boolean isRepeat(Draft draft, Map<Object, Draft> first, @Nullable Names names) {
        if (WITHOUT_KEY.contains(draft.sheet.kind())) {
            return false;
        }
        Draft earlier = first.putIfAbsent(key(draft, names), draft);
        if (earlier != null) {
            repeat(draft, earlier);
        }
        return earlier != null;
    }

    private static List<Attribute> ids(Kind kind) {
        return IDS.get(kind);
    }

    private static List<Attribute> idsOf(Kind kind) {
        return kind.attributes().stream()
                .filter(attribute ->
                        attribute.required() && (attribute.type() == AttributeType.ID || attribute == ADOPTING_TEAM))
                .toList();
    }

    private boolean lacksIds(Draft draft) {
        for (Attribute id : ids(draft.sheet.kind())) {
            if (draft.get(id) == null) {
                problems.error(
                        draft.sheet.file(),
                        draft.row,
                        draft.header(id),
                        null,
                        "No " + id.name() + " in this row.",
                        "An id in every row.",
                        "Fill it in; until then the row is left out.");
                return true;
            }
        }
        return false;
    }

    private static Object key(Draft draft, @Nullable Names names) {
        List<Attribute> ids = ids(draft.sheet.kind());
        if (ids.size() == 1) {
            return java.util.Objects.requireNonNull(draft.text(ids.get(0)));
        }
        List<String> key = new ArrayList<>(ids.size());
        for (Attribute id : ids) {
            String text = java.util.Objects.requireNonNull(draft.text(id));
            key.add(id == ADOPTING_TEAM && names != null ? names.teams().key(text, draft.teamAbove) : text);
        }
        return key;
    }

    private void repeat(Draft draft, Draft earlier) {
        if (draft.sheet.kind() == Kind.ADOPTION) {
            addVariant(earlier, draft);
            return;
        }
        Attribute id = ids(draft.sheet.kind()).get(ids(draft.sheet.kind()).size() - 1);
        String key = ids(draft.sheet.kind()).stream().map(draft::text).collect(Collectors.joining(" / "));
        problems.error(
                draft.sheet.file(),
                draft.row,
                draft.header(id),
                key,
                "An id that " + place(earlier, draft) + " has already.",
                "An id that no other row has.",
                "Give one of the rows another id, or remove it; the first one stays, this row is left out.");
    }

    private static String place(Draft earlier, Draft draft) {
        return earlier.sheet.file().equals(draft.sheet.file())
                ? "row " + earlier.row
                : earlier.sheet.file() + ", row " + earlier.row;
    }

    /** A team may work in more than one way: what differs between its rows is kept. */
    private void addVariant(Draft earlier, Draft draft) {
        Set<String> variants = new LinkedHashSet<>();
        Set<String> folded = new HashSet<>();
        for (Object value : new Object[] {earlier.get(VARIANT), draft.get(VARIANT)}) {
            for (Object variant : value == null ? List.of() : value instanceof List<?> list ? list : List.of(value)) {
                if (folded.add(Texts.fold((String) variant))) {
                    variants.add((String) variant);
                }
            }
        }
        if (!variants.isEmpty()) {
            earlier.set(VARIANT, List.copyOf(variants));
        } else if (draft.isUnknown(VARIANT)) {
            earlier.set(VARIANT, Nothing.UNKNOWN);
        }
        problems.warning(
                draft.sheet.file(),
                draft.row,
                draft.header(ADOPTING_TEAM),
                draft.text(ADOPTING_TEAM),
                "A team that adopts the same use case in " + place(earlier, draft) + " already.",
                "One row for each use case and team.",
                "Nothing, if the team works in two ways; else remove one of the rows.",
                "one adoption" + (variants.isEmpty() ? "" : " with the variants " + String.join("; ", variants)));
    }
}
