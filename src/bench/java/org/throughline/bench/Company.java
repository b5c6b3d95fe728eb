package org.throughline.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.facts.*;

/**
 * Makes organisations of any size: workflows of eight steps in a row, three use cases on each, with decisions, adoptions,
 * responsibilities and frictions; about one condition in four holds. The same seed gives the same organisation.
 */
public final class Company {

    /** Facts about one workflow and what hangs on it, on average. */
    public static final int FACTS_PER_WORKFLOW = 33;

    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static final int STEPS = 8;
    private static final int USE_CASES = 3;
    private static final int WORKFLOWS_PER_TEAM = 4;

    private final Random random;
    private final Map<Kind, List<Fact>> facts = new EnumMap<>(Kind.class);
    private final Map<Kind, Sheet> sheets = new EnumMap<>(Kind.class);
    private final int teams;

    private Company(int workflows, long seed) {
        random = new Random(seed);
        teams = Math.max(3, workflows / WORKFLOWS_PER_TEAM);
        for (Kind kind : Kind.values()) {
            facts.put(kind, new ArrayList<>());
            Map<String, String> headers = new HashMap<>();
            kind.attributes().forEach(attribute -> headers.put(attribute.name(), attribute.name()));
            sheets.put(kind, new Sheet(kind.table() + ".csv", kind, headers));
        }
    }

    /** An organisation of about that many facts. */
    public static Portfolio ofFacts(int facts, long seed) {
        return ofWorkflows(Math.max(1, facts / FACTS_PER_WORKFLOW), seed);
    }

    /** An organisation with that many use cases and their flow facts. */
    public static Portfolio ofUseCases(int useCases, long seed) {
        return ofWorkflows(Math.max(1, useCases / USE_CASES), seed);
    }

    private static Portfolio ofWorkflows(int workflows, long seed) {
        Company company = new Company(workflows, seed);
        company.teams();
        for (int i = 0; i < workflows; i++) {
            company.workflow(i);
        }
        Set<String> known = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            known.add(kind.table());
            kind.attributes().forEach(attribute -> known.add(attribute.qualifiedName()));
        }
        return new Portfolio(AS_OF, new EnumMap<>(company.facts), known, "sha256:bench");
    }

    private void teams() {
        for (int i = 0; i < teams; i++) {
            add(Kind.TEAM, Team::of, "t" + i, "Team " + i, i < 3 ? null : "t" + (i / 5), "p" + i, number(5, 30), null);
            for (int j = 0; j < 2; j++) {
                int person = i + j * teams;
                add(
                        Kind.PERSON,
                        Person::of,
                        "p" + person,
                        "Person " + person,
                        "p" + person + "@example.org",
                        "role",
                        "t" + i);
            }
        }
    }

    private void workflow(int w) {
        String id = "w" + w;
        add(
                Kind.WORKFLOW,
                Workflow::of,
                id,
                "Workflow " + w,
                person(),
                some(4, "cycle time"),
                number(50, 500),
                number(40, 200),
                some(2, day(400)),
                null,
                number(40, 220),
                number(6, 10),
                number(5, 9));
        for (int s = 0; s < STEPS; s++) {
            add(
                    Kind.STEP,
                    Step::of,
                    id,
                    "s" + s,
                    BigDecimal.valueOf(s),
                    "Step " + s,
                    team(w),
                    "role",
                    random.nextInt(5) == 0 ? StepKind.APPROVAL : StepKind.WORK,
                    number(1, 8),
                    number(1, 20),
                    null,
                    number(60, 700),
                    some(2, day(600)));
            if (s > 0) {
                add(
                        Kind.HANDOFF,
                        Handoff::of,
                        id,
                        "s" + (s - 1),
                        "s" + s,
                        number(1, 24),
                        some(4, "next"),
                        Channel.MANUAL,
                        some(2, day(600)));
            }
        }
        for (int r = 0; r < 4; r++) {
            add(
                    Kind.RESPONSIBILITY,
                    Responsibility::of,
                    id,
                    "s" + r,
                    "role " + r,
                    team(w),
                    Assignment.A,
                    some(3, "measure"),
                    some(2, day(500)));
        }
        for (int u = 0; u < USE_CASES; u++) {
            useCase(w, u);
        }
        if (random.nextBoolean()) {
            add(
                    Kind.FRICTION,
                    Friction::of,
                    "f" + w,
                    FrictionKind.DATA,
                    "friction",
                    id,
                    null,
                    person(),
                    day(500),
                    some(2, day(100)),
                    List.of("u" + w + "-0", "u" + w + "-1"));
        }
    }

    private void useCase(int w, int u) {
        String id = "u" + w + "-" + u;
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        LocalDate start = day(600);
        add(
                Kind.USE_CASE,
                UseCase::of,
                id,
                NAMES[random.nextInt(NAMES.length)] + " " + NAMES[random.nextInt(NAMES.length)] + " " + w,
                "description",
                team(w),
                "w" + w,
                "s" + random.nextInt(STEPS),
                stage,
                start,
                stage == Stage.PILOT ? null : start.plusDays(random.nextInt(200)),
                some(2, day(200)),
                some(4, person()),
                some(2, person()),
                null,
                "vendor",
                "tool " + random.nextInt(50),
                "domain " + random.nextInt(20),
                some(4, "hours"),
                MeasureScope.values()[random.nextInt(3)],
                number(50, 100),
                number(10, 60),
                number(10, 110),
                "h",
                number(1, 3));
        if (random.nextInt(3) == 0) {
            add(
                    Kind.DECISION,
                    Decision::of,
                    "d" + id,
                    DecisionSubject.USE_CASE,
                    id,
                    DecisionKind.values()[random.nextInt(5)],
                    day(300),
                    person(),
                    List.of(team(w)));
        }
        for (int a = random.nextInt(3); a > 0; a--) {
            add(
                    Kind.ADOPTION,
                    Adoption::of,
                    id,
                    "t" + ((w / WORKFLOWS_PER_TEAM + a) % teams),
                    day(200),
                    AdoptionMode.values()[random.nextInt(3)],
                    List.of("variant " + random.nextInt(2)),
                    number(1, 20),
                    number(20, 40),
                    random.nextInt(4) == 0);
        }
    }

    private static final String[] NAMES = {
        "Invoice",
        "Claims",
        "Contract",
        "Ticket",
        "Letter",
        "Forecast",
        "Quality",
        "Route",
        "Order",
        "Email",
        "Call",
        "Risk",
        "Summary",
        "Triage",
        "Drafting",
        "Matching",
        "Search",
        "Routing",
        "Review",
        "Extraction",
        "Scoring",
        "Planning"
    };

    private interface Maker<F extends Fact> {
        F of(Origin origin, Object[] values);
    }

    private <F extends Fact> void add(Kind kind, Maker<F> maker, Object... values) {
        long absent = 0;
        long unknown = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                boolean blankIsAbsent = kind.attributes().get(i).type().blankIsAbsent();
                absent |= blankIsAbsent ? 1L << i : 0;
                unknown |= blankIsAbsent ? 0 : 1L << i;
            }
        }
        List<Fact> rows = facts.get(kind);
        rows.add(maker.of(new Origin(sheets.get(kind), rows.size() + 2, absent, unknown, 0), values));
    }

    private String team(int w) {
        return "t" + ((w / WORKFLOWS_PER_TEAM + random.nextInt(3)) % teams);
    }

    private String person() {
        return "p" + random.nextInt(2 * teams);
    }

    private BigDecimal number(int from, int to) {
        return BigDecimal.valueOf(from + random.nextInt(to - from + 1));
    }

    private LocalDate day(int before) {
        return AS_OF.minusDays(random.nextInt(before));
    }

    /** The value, but in one of that many cases nothing. */
    private <T> T some(int outOf, T value) {
        return random.nextInt(outOf) == 0 ? null : value;
    }
}
