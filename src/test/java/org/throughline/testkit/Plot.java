package org.throughline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.throughline.facts.Kind;

/** An organisation under construction: what several stories share, so that they meet in the same workflows, teams and people. */
final class Plot {

    static final String[] DECISIONS = {"standardise", "redesign", "extend", "stop", "pause"};
    static final String[] ACTIVE = {"pilot", "validated", "in_use"};
    private static final String[] WORDS = {
        "invoice", "reader", "claims", "triage", "Writer", "summary", "für", "outreach", "the", "AI", "pilot", "2"
    };

    final Draw draw;
    final Organisation org;
    private int serial;

    Plot(Draw draw, Organisation org) {
        this.draw = draw;
        this.org = org;
    }

    String newId(String prefix) {
        serial++;
        return draw.chance(85) ? prefix + "-" + serial : draw.of("", "Ä", "z", "B ", "\ud83d\ude00") + prefix + serial;
    }

    private String known(Kind kind, int percentNew, Function<String, Row> add, String prefix) {
        List<Row> rows = org.rows(kind);
        if (rows.isEmpty() || draw.chance(percentNew)) {
            return add.apply(newId(prefix)).cell("id");
        }
        return draw.of(rows).cell("id");
    }

    /** One with a row, or only a text. */
    String team() {
        return draw.chance(6) ? draw.of("Partners", "partners ", "Field") : known(Kind.TEAM, 25, this::newTeam, "t");
    }

    Row newTeam(String id) {
        Row team = org.team(id).with("name", draw.chance(20) ? "Team" : "Team " + id);
        List<Row> teams = org.rows(Kind.TEAM);
        if (teams.size() > 1 && draw.chance(55)) {
            team.with("parent_id", teams.get(draw.between(0, teams.size() - 2)).cell("id"));
        }
        if (draw.chance(50)) {
            team.with("lead_id", person());
        }
        return team.with("headcount", draw.between(3, 16));
    }

    /** One with a row (by id, name or address), or only a text. */
    String person() {
        if (draw.chance(8)) {
            return draw.of("Somebody Else", "somebody  else", "X");
        }
        String id = known(Kind.PERSON, 30, this::newPerson, "p");
        return draw.chance(85) ? id : draw.of("Person " + id, "PERSON " + id, id + "@example.org");
    }

    private Row newPerson(String id) {
        Row person = org.person(id).with("name", draw.chance(15) ? "Kim Lee" : "Person " + id);
        person.with("email", id.trim() + "@example.org");
        return draw.chance(80) ? person.team(team()) : person;
    }

    /** One with a row; seldom only a text. */
    String workflow() {
        return draw.chance(5) ? "elsewhere" : known(Kind.WORKFLOW, 35, org::workflow, "w");
    }

    String newWorkflow() {
        return org.workflow(newId("w")).cell("id");
    }

    String name() {
        return IntStream.range(0, draw.between(1, 4))
                .mapToObj(i -> draw.of(WORDS))
                .collect(Collectors.joining(" "));
    }

    /** With an own name and, more often than not, a start, a team and owners. */
    Row useCase(Object... stages) {
        Row useCase = org.useCase(newId("uc")).with("name", name()).stage(draw.of(stages));
        useCase.started(draw.near(draw.of(30, 180, 365)));
        often(useCase, "team_id", this::team);
        often(useCase, "pilot_owner_id", this::person);
        often(useCase, "outcome_owner_id", this::person);
        often(useCase, "success_measure", () -> "cycle time");
        return useCase;
    }

    private void often(Row row, String column, Supplier<String> cell) {
        if (draw.chance(60)) {
            row.with(column, cell.get());
        }
    }

    /** A use case that others may be about, too. */
    String someUseCase() {
        return known(Kind.USE_CASE, 40, id -> useCase((Object[]) ACTIVE), "uc");
    }

    /** Some decisions on it, in any order, some on the same day. */
    void decisions(Row useCase, int most) {
        int day = draw.near(180);
        for (int i = draw.between(0, most); i > 0; i--) {
            org.decision(draw.of(DECISIONS), useCase.cell("id"), Math.max(0, day + draw.between(-1, 1)));
        }
    }

    /** A workflow's steps in order, with a little of everything; ids of the steps. */
    List<String> steps(String workflow, int count) {
        List<String> ids = new ArrayList<>();
        int offset = org.rows(Kind.STEP).size();
        for (int i = 0; i < count; i++) {
            String id = "s" + (offset + i);
            int seq = draw.chance(12) ? i : i + 1;
            Row step = org.step(workflow, id, seq).with("process_time_h", draw.of("1", "2", "0.5", "0"));
            step.with("kind", draw.of("work", "work", "approval", "rework"));
            if (draw.chance(80)) {
                step.team(team());
            }
            if (draw.chance(50)) {
                step.with("wait_before_h", draw.between(0, 12));
            }
            ids.add(id);
        }
        return ids;
    }

    Row stepRow(String workflow, String id) {
        return org.rows(Kind.STEP).stream()
                .filter(row -> row.cell("workflow_id").equals(workflow)
                        && row.cell("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    Row workflowRow(String id) {
        return org.rows(Kind.WORKFLOW).stream()
                .filter(row -> row.cell("id").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
