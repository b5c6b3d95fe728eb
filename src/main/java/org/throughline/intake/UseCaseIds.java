package org.throughline.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** The ids of use cases, which may lack: inventories often have names alone, or numbers that start anew with each team. */
final class UseCaseIds {

    private static final Attribute ID = Kind.USE_CASE.attribute("id");
    private static final Attribute NAME = Kind.USE_CASE.attribute("name");
    private static final Attribute TEAM = Kind.USE_CASE.attribute("team_id");

    private final List<Draft> rows;
    private final ProblemList problems;
    private final Set<Draft> numberedPerTeam = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether a use case has no id. */
    private boolean nameless;

    UseCaseIds(List<Draft> rows, ProblemList problems) {
        this.rows = rows;
        this.problems = problems;
    }

    /**
     * Leaves out rows with neither id nor name, and all but the first of an id.
     *
     * @param alone whether there are no other facts: then nobody refers to an id, and each team may number its own
     * @param repeat what to do with a row and the one that has its id already
     */
    void keepFirst(Names names, boolean alone, BiConsumer<Draft, Draft> repeat) {
        Set<String> repeated = new HashSet<>();
        Set<String> once = new HashSet<>(rows.size() * 4 / 3 + 1);
        rows.removeIf(draft -> isNameless(draft, once, repeated));
        if (repeated.isEmpty()) {
            return;
        }
        Map<String, Set<String>> teamsOfId = alone ? teamsById(rows, repeated, names) : Map.of();
        Map<Object, Draft> first = new HashMap<>();
        rows.removeIf(draft -> repeated.contains(draft.text(ID)) && isRepeat(draft, teamsOfId, first, names, repeat));
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

    private boolean isRepeat(
            Draft draft,
            Map<String, Set<String>> teamsOfId,
            Map<Object, Draft> first,
            Names names,
            BiConsumer<Draft, Draft> repeat) {
        String id = Objects.requireNonNull(draft.text(ID));
        boolean perTeam = teamsOfId.getOrDefault(id, Set.of()).size() > 1 && hasTeam(draft);
        Draft earlier = first.putIfAbsent(perTeam ? List.of(id, teamKey(draft, names)) : id, draft);
        if (earlier != null) {
            repeat.accept(draft, earlier);
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
    void name() {
        if (!nameless && numberedPerTeam.isEmpty()) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (Draft draft : rows) {
            if (draft.get(ID) != null) {
                nameInTeam(draft);
                taken.add(draft.text(ID));
            }
        }
        int without = 0;
        Draft first = null;
        for (Draft draft : rows) {
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
