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
    private static final Attribute ID = Kind.USE_CASE.attribute("id");
    private static final Attribute NAME = Kind.USE_CASE.attribute("name");
    private static final Attribute TEAM = Kind.USE_CASE.attribute("team_id");

    private static final Map<Kind, List<Attribute>> IDS = new java.util.EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            IDS.put(kind, idsOf(kind));
        }
    }

    private final Map<Kind, List<Draft>> drafts;
    private final ProblemList problems;
    private final Set<Draft> numberedPerTeam = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    /** Whether a use case has no id. */
    private boolean nameless;

    Identity(Map<Kind, List<Draft>> drafts, ProblemList problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    void keepFirstOf(Kind kind) {
        keepFirst(kind, null);
    }

    /** All kinds whose rows may refer to teams: use cases are told apart by team, adoptions are one per team. */
    void keepFirstOfTheRest(Names names) {
        for (Kind kind : Kind.values()) {
            if (kind == Kind.USE_CASE) {
                keepFirstUseCases(names);
            } else if (kind != Kind.TEAM && kind != Kind.PERSON) {
                keepFirst(kind, names);
            }
        }
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

    private void keepFirstUseCases(Names names) {
        List<Draft> rows = drafts.get(Kind.USE_CASE);
        Set<String> repeated = new HashSet<>();
        Set<String> once = new HashSet<>(rows.size() * 4 / 3 + 1);
        rows.removeIf(draft -> isNameless(draft, once, repeated));
        if (repeated.isEmpty()) {
            return;
        }
        Map<String, Set<String>> teamsOfId = areAlone() ? teamsById(rows, repeated, names) : Map.of();
        Map<Object, Draft> first = new HashMap<>();
        rows.removeIf(draft -> repeated.contains(draft.text(ID)) && isRepeat(draft, teamsOfId, first, names));
    }

    private boolean areAlone() {
        return drafts.entrySet().stream()
                .allMatch(entry ->
                        entry.getKey() == Kind.USE_CASE || entry.getValue().isEmpty());
    }

    /** Reports a row with neither id nor name, and counts ids on the way. */
    private boolean isNameless(Draft draft, Set<String> once, Set<String> repeated) {
        String id = draft.text(ID);
        if (id != null && !once.add(id)) {
            repeated.add(id);
        }
        nameless |= id == null;
        boolean neither = id == null && draft.get(NAME) == null;
        if (neither) {
            leaveOutNameless(draft);
        }
        return neither;
    }

    private boolean isRepeat(Draft draft, Map<String, Set<String>> teamsOfId, Map<Object, Draft> first, Names names) {
        String id = java.util.Objects.requireNonNull(draft.text(ID));
        boolean perTeam = teamsOfId.getOrDefault(id, Set.of()).size() > 1 && hasTeam(draft);
        Draft earlier = first.putIfAbsent(perTeam ? List.of(id, teamKey(draft, names)) : id, draft);
        if (earlier != null) {
            repeat(draft, earlier);
        } else if (perTeam) {
            numberedPerTeam.add(draft);
        }
        return earlier != null;
    }

    private static Map<String, Set<String>> teamsById(List<Draft> rows, Set<String> repeated, Names names) {
        Map<String, Set<String>> teams = new HashMap<>();
        for (Draft draft : rows) {
            String id = draft.text(ID);
            if (id != null && repeated.contains(id) && hasTeam(draft)) {
                teams.computeIfAbsent(id, key -> new HashSet<>(2)).add(teamKey(draft, names));
            }
        }
        return teams;
    }

    private static boolean hasTeam(Draft draft) {
        return draft.get(TEAM) != null || draft.teamAbove != null;
    }

    private static String teamKey(Draft draft, Names names) {
        return names.teams().key(draft.text(TEAM), draft.teamAbove);
    }

    private void leaveOutNameless(Draft draft) {
        problems.error(
                draft.sheet.file(),
                draft.row,
                draft.header(ID),
                null,
                "Neither an id nor a name in this row.",
                "An id in every row, or at least a name.",
                "Fill it in; until then the row is left out.");
    }

    /** Ids for use cases without one, and for those whose id is unique in its team only. Teams have their ids by now. */
    void nameUseCases() {
        if (!nameless && numberedPerTeam.isEmpty()) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (Draft draft : drafts.get(Kind.USE_CASE)) {
            if (draft.get(ID) != null) {
                nameInTeam(draft);
                taken.add(draft.text(ID));
            }
        }
        int without = 0;
        Draft first = null;
        for (Draft draft : drafts.get(Kind.USE_CASE)) {
            if (draft.get(ID) == null) {
                draft.set(ID, free(draft, taken));
                first = first == null ? draft : first;
                without++;
            }
        }
        if (first != null) {
            reportNamed(first, without);
        }
    }

    private void nameInTeam(Draft draft) {
        if (numberedPerTeam.contains(draft)) {
            String id = draft.text(ID);
            draft.set(ID, draft.text(TEAM) + "/" + id);
            problems.warning(
                    draft.sheet.file(),
                    draft.row,
                    draft.header(ID),
                    id,
                    "An id that several teams use.",
                    "An id that no other row has.",
                    "Nothing, if each team numbers its own; else give one of them another id.",
                    draft.text(ID));
        }
    }

    private static String free(Draft draft, Set<String> taken) {
        String name =
                draft.get(TEAM) == null ? String.valueOf(draft.text(NAME)) : draft.text(TEAM) + "/" + draft.text(NAME);
        String id = name;
        for (int repeat = 2; !taken.add(id); repeat++) {
            id = name + "#" + repeat;
        }
        return id;
    }

    private void reportNamed(Draft first, int count) {
        problems.warning(
                first.sheet.file(),
                first.row,
                first.header(ID),
                null,
                count == 1
                        ? "A use case without an id."
                        : count + " use cases without an id, of which this is the first.",
                "An id in every row.",
                "Give each an id that it keeps, so that the next reading knows it again even if its name changes.",
                "team and name, such as " + first.text(ID));
    }
}
