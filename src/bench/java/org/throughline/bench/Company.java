package org.throughline.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.facts.Adoption;
import org.throughline.facts.AdoptionMode;
import org.throughline.facts.Assignment;
import org.throughline.facts.Channel;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Friction;
import org.throughline.facts.FrictionKind;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.StepKind;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/**
 * Makes organisations of any size: divisions of ten teams, four workflows a team, eight steps in a row and three use cases on each, with
 * decisions, adoptions, responsibilities and frictions. Every tenth fact or so has a finding, and every diagnostic finds something, but
 * for C8 and C9, which exclude each other: with an odd seed some standard is adopted, with an even one none. The same seed gives the
 * same organisation.
 */
public final class Company {

    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** Facts about one workflow and what hangs on it, on average. */
    private static final int FACTS_PER_WORKFLOW = 27;

    private static final int STEPS = 8;
    private static final int USE_CASES = 3;
    private static final int WORKFLOWS_PER_TEAM = 4;
    private static final int DIVISION = 10;

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
        "Scoring"
    };

    private final Rows rows = new Rows();
    private final Chance chance;
    private final int workflows;
    private final int teams;
    private final boolean standardsAreAdopted;

    private Company(int workflows, long seed) {
        this.workflows = workflows;
        this.chance = new Chance(seed, AS_OF);
        this.teams = Math.max(3, workflows / WORKFLOWS_PER_TEAM);
        this.standardsAreAdopted = seed % 2 != 0;
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
        for (int i = 0; i < company.teams; i++) {
            company.staff(i);
        }
        for (int i = 0; i < workflows; i++) {
            company.workflow(i);
        }
        return company.rows.portfolio(AS_OF);
    }

    private void staff(int i) {
        int head = i - i % DIVISION;
        String parent = i == head ? null : "t" + (i % DIVISION < 4 ? head : head + i % 3 + 1);
        rows.add(
                Kind.TEAM,
                Team::of,
                "t" + i,
                "Team " + i,
                parent,
                "p" + 2 * i,
                chance.number(20, 60),
                chance.rarely(4, chance.number(5, 12)));
        for (int p = 2 * i; p < 2 * i + 2; p++) {
            rows.add(Kind.PERSON, Person::of, "p" + p, "Person " + p, "p" + p + "@example.org", "role", "t" + i);
        }
    }

    private void workflow(int w) {
        String id = "w" + w;
        int lead = chance.between(150, 300);
        int items = chance.between(50, 500);
        boolean measured = !chance.one(12);
        rows.add(
                Kind.WORKFLOW,
                Workflow::of,
                id,
                "Workflow " + w,
                person(w),
                chance.unless(8, "cycle time"),
                BigDecimal.valueOf(items),
                chance.unless(6, BigDecimal.valueOf(lead)),
                chance.unless(12, chance.before(30, 330)),
                null,
                measured ? BigDecimal.valueOf(lead + chance.between(-40, 60)) : null,
                measured ? chance.number(STEPS - 1, STEPS + 1) : null,
                measured ? chance.number(STEPS - 2, STEPS + 1) : null);
        steps(w, items);
        for (int r = 0; r < USE_CASES; r++) {
            rows.add(
                    Kind.RESPONSIBILITY,
                    Responsibility::of,
                    id,
                    "s" + r,
                    "role " + r,
                    team(w),
                    Assignment.A,
                    chance.unless(3, "measure"),
                    chance.unless(4, chance.within(300)));
        }
        for (int u = 0; u < USE_CASES; u++) {
            useCase(w, u);
        }
        if (chance.one(3)) {
            friction(w);
        }
    }

    private void steps(int w, int items) {
        boolean restless = chance.one(20);
        int constraint = constraint(w);
        for (int s = 0; s < STEPS; s++) {
            int room = s == constraint ? 120 : chance.one(40) ? 80 : chance.between(130, 300);
            rows.add(
                    Kind.STEP,
                    Step::of,
                    "w" + w,
                    "s" + s,
                    BigDecimal.valueOf(s),
                    "Step " + s,
                    restless ? team(w) : "t" + w / WORKFLOWS_PER_TEAM % teams,
                    "role",
                    chance.one(10) ? StepKind.APPROVAL : StepKind.WORK,
                    chance.unless(200, chance.number(2, 9)),
                    chance.number(1, 8),
                    null,
                    chance.unless(200, BigDecimal.valueOf(items * room / 100)),
                    chance.unless(2, chance.within(600)));
            if (s > 0) {
                rows.add(
                        Kind.HANDOFF,
                        Handoff::of,
                        "w" + w,
                        "s" + (s - 1),
                        "s" + s,
                        chance.one(10) ? chance.number(30, 60) : chance.number(1, 14),
                        chance.unless(40, "next"),
                        chance.of(Channel.values()),
                        chance.unless(2, chance.within(600)));
            }
        }
    }

    private static int constraint(int w) {
        return w % STEPS;
    }

    private void friction(int w) {
        rows.add(
                Kind.FRICTION,
                Friction::of,
                "f" + w,
                chance.of(FrictionKind.values()),
                "friction",
                "w" + w,
                null,
                person(w),
                chance.within(500),
                chance.rarely(2, chance.within(100)),
                List.of("u" + w + "-0", "u" + w + "-1"));
    }

    private void useCase(int w, int u) {
        String id = "u" + w + "-" + u;
        Stage stage = stage(w);
        LocalDate start = chance.one(5) ? chance.within(900) : chance.within(250);
        boolean proven = stage != Stage.IDEA && stage != Stage.PILOT;
        rows.add(
                Kind.USE_CASE,
                UseCase::of,
                id,
                chance.of(NAMES) + " " + chance.of(NAMES) + " " + w,
                "description",
                team(w),
                chance.unless(60, "w" + w),
                chance.one(2) ? null : "s" + (chance.one(3) ? chance.below(STEPS) : constraint(w)),
                stage,
                start,
                proven ? start.plusDays(chance.between(20, 200)) : null,
                chance.rarely(2, AS_OF.plusDays(chance.between(-40, 300))),
                chance.unless(4, person(w)),
                chance.unless(10, owner(w)),
                chance.rarely(3, person(w)),
                "vendor",
                "tool " + chance.below(Math.max(10, workflows / 8)),
                "domain " + chance.below(20),
                chance.unless(20, "hours"),
                chance.of(MeasureScope.values()),
                chance.number(50, 100),
                chance.number(10, 60),
                chance.number(20, 70),
                "h",
                chance.number(2, 25));
        boolean standard = decision(w, id, stage);
        if (standardsAreAdopted || !standard) {
            adoptions(w, id);
        }
    }

    /** In every fourth division nothing becomes the standard. */
    private Stage stage(int w) {
        int at = chance.below(100);
        if (at < 16) {
            return isStuck(w) ? Stage.VALIDATED : Stage.STANDARD;
        }
        return at < 36
                ? Stage.PILOT
                : at < 46
                        ? Stage.VALIDATED
                        : at < 60 ? Stage.IN_USE : chance.of(Stage.IDEA, Stage.STOPPED, Stage.RETIRED);
    }

    private static boolean isStuck(int w) {
        return w / WORKFLOWS_PER_TEAM / DIVISION % 4 == 1;
    }

    /** Whether it is the standard now. */
    private boolean decision(int w, String useCase, Stage stage) {
        boolean proven = stage == Stage.VALIDATED || stage == Stage.IN_USE;
        boolean decided = proven && !chance.one(5);
        DecisionKind kind = isStuck(w)
                ? chance.of(DecisionKind.REDESIGN, DecisionKind.EXTEND, DecisionKind.PAUSE)
                : chance.of(DecisionKind.REDESIGN, DecisionKind.REDESIGN, DecisionKind.PAUSE, DecisionKind.STANDARDISE);
        if (decided || chance.one(12)) {
            rows.add(
                    Kind.DECISION,
                    Decision::of,
                    "d" + useCase,
                    DecisionSubject.USE_CASE,
                    useCase,
                    kind,
                    chance.within(200),
                    person(w),
                    List.of("t" + head(w)));
            return stage == Stage.STANDARD || kind == DecisionKind.STANDARDISE;
        }
        return stage == Stage.STANDARD;
    }

    private void adoptions(int w, String useCase) {
        int first = chance.below(DIVISION);
        int size = Math.min(DIVISION, teams - head(w));
        for (int a = Math.min(size, chance.below(3)); a > 0; a--) {
            rows.add(
                    Kind.ADOPTION,
                    Adoption::of,
                    useCase,
                    "t" + (head(w) + (first + a) % size),
                    chance.within(200),
                    chance.one(8) ? AdoptionMode.INFORMAL : chance.of(AdoptionMode.AGREED, AdoptionMode.MANDATED),
                    List.of("variant " + (chance.one(8) ? 1 : 0)),
                    chance.number(8, 20),
                    chance.number(12, 24),
                    chance.one(20));
        }
    }

    /** The first team of the workflow's division, above all others there. */
    private int head(int w) {
        int team = w / WORKFLOWS_PER_TEAM % teams;
        return team - team % DIVISION;
    }

    private String team(int w) {
        int team = w / WORKFLOWS_PER_TEAM % teams;
        return "t" + Math.min(teams - 1, team - team % DIVISION + (team + chance.below(3)) % DIVISION);
    }

    private String person(int w) {
        return "p" + chance.between(2 * head(w), Math.min(2 * teams, 2 * (head(w) + DIVISION)) - 1);
    }

    /** Mostly somebody who leads the division, and so has a say in all of it. */
    private String owner(int w) {
        return chance.one(12) ? person(w) : "p" + (2 * head(w) + chance.below(2));
    }
}
