package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/** Which team is below which. In a circle, the team with the smallest id is taken to have none above it. */
final class TeamTree {

    private static final Attribute ID = Kind.TEAM.attribute("id");
    private static final Attribute PARENT = Kind.TEAM.attribute("parent_id");

    private final Map<String, Draft> teams = new HashMap<>();
    private final List<Draft> rows;
    private final ProblemList problems;

    TeamTree(List<Draft> rows, ProblemList problems) {
        this.rows = rows;
        this.problems = problems;
        rows.forEach(row -> teams.put(String.valueOf(row.text(ID)), row));
    }

    void cutCircles() {
        Set<String> safe = new HashSet<>();
        for (Draft row : rows) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            String team = String.valueOf(row.text(ID));
            while (team != null && !safe.contains(team) && onPath.add(team)) {
                path.add(team);
                Draft draft = teams.get(team);
                team = draft == null ? null : draft.text(PARENT);
            }
            if (team != null && onPath.contains(team)) {
                cut(path.subList(path.indexOf(team), path.size()));
            }
            safe.addAll(path);
        }
    }

    private void cut(List<String> circle) {
        String smallest = circle.stream().min(Texts.BY_CODE_POINT).orElseThrow();
        int start = circle.indexOf(smallest);
        List<String> path = new ArrayList<>(circle.subList(start, circle.size()));
        path.addAll(circle.subList(0, start));
        path.add(smallest);
        Draft draft = teams.get(smallest);
        problems.error(
                draft.sheet.file(),
                draft.row,
                draft.header(PARENT),
                draft.text(PARENT),
                "The teams go round in a circle, each below the next: " + String.join(" → ", path) + ".",
                "A team at the top that is below none of its own.",
                "Correct the team above one of them.");
        draft.set(PARENT, Nothing.ABSENT);
    }
}
