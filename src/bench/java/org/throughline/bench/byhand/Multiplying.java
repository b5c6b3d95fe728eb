package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;
import static org.throughline.bench.byhand.Found.cell;
import static org.throughline.findings.Severity.CRITICAL;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Stage;
import org.throughline.facts.Team;
import org.throughline.findings.Evidence;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** D. Multiplying use cases; {@link Duplicates} has those that do the same. */
final class Multiplying {

    private static final int STARTS = 3;
    private static final int DAYS = 365;
    private static final int BLOCKED = 2;
    private static final int MANY_BLOCKED = 4;
    private static final int CROWD = 3;
    private static final BigDecimal HEADS_PER_INITIATIVE = BigDecimal.valueOf(5);
    private static final int OWNED = 5;

    private final Lookup lookup;
    private final Found found;

    Multiplying(Lookup lookup, Found found) {
        this.lookup = lookup;
        this.found = found;
    }

    void judge(Place place) {
        crowded(place);
        if (!place.frictions.isEmpty()) {
            place.cases.forEach(one -> addedOnFriction(place, one));
        }
    }

    void judgeOrganisation() {
        Map<String, List<Case>> byTeam = new HashMap<>();
        Map<String, List<Case>> byOwner = new HashMap<>();
        for (Case one : lookup.cases.values()) {
            add(byTeam, one.fact.teamId(), one);
            if (one.active) {
                String owner = one.fact.outcomeOwnerId();
                add(byOwner, owner, one);
                add(byOwner, Objects.equals(owner, one.fact.pilotOwnerId()) ? null : one.fact.pilotOwnerId(), one);
            }
        }
        multiplying(byTeam);
        lookup.portfolio.frictions().forEach(this::sharedFriction);
        lookup.portfolio.teams().forEach(team -> overloaded(team, byTeam.getOrDefault(team.id(), List.of())));
        byOwner.forEach(this::overloadedOwner);
    }

    private static void add(Map<String, List<Case>> map, @Nullable String key, Case one) {
        if (key != null) {
            map.computeIfAbsent(key, id -> new ArrayList<>(4)).add(one);
        }
    }

    private void crowded(Place place) {
        List<Evidence> evidence = new ArrayList<>(place.cases.size());
        for (Case one : place.cases) {
            if (one.declared) {
                return;
            }
            if (one.active) {
                evidence.add(cell(one.fact, Columns.WORKFLOW));
            }
        }
        if (evidence.size() >= CROWD) {
            found.add(
                    Check.D3,
                    HIGH,
                    Subject.of(place.fact),
                    evidence.size() + " use cases, and none is the standard.",
                    evidence);
        }
    }

    private void addedOnFriction(Place place, Case one) {
        LocalDate start = one.fact.startedOn();
        if (!one.active || start == null) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Friction friction : place.frictions) {
            LocalDate recorded = friction.recordedOn();
            if (recorded != null && recorded.isBefore(start) && open(friction, start)) {
                evidence.add(cell(friction, Columns.RECORDED));
                evidence.add(cell(friction, Columns.REMOVED));
            }
        }
        if (!evidence.isEmpty()) {
            evidence.add(cell(one.fact, Columns.STARTED));
            found.add(
                    Check.D7,
                    MEDIUM,
                    Subject.of(one.fact),
                    "It started on " + start + " where friction was already recorded.",
                    evidence);
        }
    }

    static boolean open(Friction friction, LocalDate day) {
        boolean recorded =
                friction.recordedOn() == null || !friction.recordedOn().isAfter(day);
        LocalDate removed = friction.removedOn();
        return recorded && (removed == null ? absent(friction, Columns.REMOVED) : removed.isAfter(day));
    }

    private void sharedFriction(Friction friction) {
        if (friction.useCaseIds().size() < BLOCKED || !open(friction, lookup.asOf)) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Case one : lookup.blocked(friction)) {
            if (one.active) {
                evidence.add(cell(one.fact, Columns.STAGE));
            }
        }
        int blocked = evidence.size();
        if (blocked >= BLOCKED) {
            evidence.add(cell(friction, Columns.BLOCKS));
            evidence.add(cell(friction, Columns.REMOVED));
            found.add(
                    Check.D2,
                    blocked >= MANY_BLOCKED ? CRITICAL : HIGH,
                    Subject.of(friction),
                    "It is open and blocks " + blocked + " use cases.",
                    evidence);
        }
    }

    private void overloaded(Team team, List<Case> own) {
        BigDecimal capacity = team.initiativeCapacity();
        if (capacity == null && team.headcount() != null) {
            capacity =
                    team.headcount().divideToIntegralValue(HEADS_PER_INITIATIVE).max(BigDecimal.ONE);
        }
        long active = own.stream().filter(one -> one.active).count();
        if (team.listed() && capacity != null && active > capacity.longValue()) {
            List<Evidence> evidence = cells(own, Columns.TEAM);
            evidence.add(cell(team, team.initiativeCapacity() == null ? Columns.HEADCOUNT : Columns.INITIATIVES));
            found.add(
                    Check.D4,
                    MEDIUM,
                    Subject.of(team),
                    active + " initiatives at a time, with room for " + capacity + ".",
                    evidence);
        }
    }

    private void overloadedOwner(String id, List<Case> owned) {
        if (owned.size() > OWNED) {
            Fact person = lookup.people.get(id);
            found.add(
                    Check.D6,
                    MEDIUM,
                    person == null ? new Subject(SubjectType.PERSON, id, id) : Subject.of(person),
                    "Owns " + owned.size() + " use cases.",
                    cells(owned, Columns.PILOT_OWNER, Columns.OUTCOME_OWNER));
        }
    }

    private static List<Evidence> cells(List<Case> cases, Attribute... columns) {
        List<Evidence> evidence = new ArrayList<>(cases.size() * columns.length + 1);
        for (Case one : cases) {
            for (Attribute column : columns) {
                if (one.active) {
                    evidence.add(cell(one.fact, column));
                }
            }
        }
        return evidence;
    }

    private void multiplying(Map<String, List<Case>> byTeam) {
        Map<String, List<Case>> byRoot = new HashMap<>();
        Map<String, String> roots = new HashMap<>();
        boolean flat = !lookup.knows(Columns.PARENT);
        byTeam.forEach((team, cases) -> {
            String root = flat ? team : roots.computeIfAbsent(team, this::root);
            if (flat || !lookup.mayHaveParent(root)) {
                byRoot.computeIfAbsent(root, id -> new ArrayList<>()).addAll(cases);
            }
        });
        byRoot.forEach(this::multiplying);
    }

    private String root(String team) {
        String top = team;
        for (String up = lookup.parent(top); up != null; up = lookup.parent(top)) {
            top = up;
        }
        return top;
    }

    private void multiplying(String root, List<Case> cases) {
        List<Evidence> evidence = new ArrayList<>();
        Case unfinished = null;
        for (Case one : cases) {
            if (one.declared && !longAgo(one.declaredOn())) {
                return;
            }
            if (startedOfLate(one)) {
                evidence.add(cell(one.fact, Columns.STARTED));
            }
            unfinished = unfinished == null && unfinished(one) ? one : unfinished;
        }
        int starts = evidence.size();
        if (starts >= STARTS && unfinished != null) {
            evidence.add(cell(unfinished.fact, Columns.STAGE));
            Fact team = lookup.teams.get(root);
            found.add(
                    Check.D1,
                    CRITICAL,
                    team == null ? new Subject(SubjectType.TEAM, root, root) : Subject.of(team),
                    starts + " started within a year, and " + unfinished.fact.label() + " is not finished.",
                    evidence);
        }
    }

    private boolean longAgo(@Nullable LocalDate day) {
        return day != null && lookup.age(day) > DAYS;
    }

    private boolean startedOfLate(Case one) {
        LocalDate start = one.fact.startedOn();
        Stage stage = one.fact.stage();
        return stage != null
                && stage != Stage.IDEA
                && start != null
                && !start.isAfter(lookup.asOf)
                && lookup.age(start) <= DAYS;
    }

    private boolean unfinished(Case one) {
        return !one.settled
                && (one.active(Stage.VALIDATED) || one.active(Stage.PILOT) && lookup.startedOver(one, DAYS));
    }
}
