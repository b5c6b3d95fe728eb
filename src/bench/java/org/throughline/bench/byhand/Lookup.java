package org.throughline.bench.byhand;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Friction;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** An organisation's rows by what they refer to, put together in one pass over each file. */
final class Lookup {

    final Portfolio portfolio;
    final LocalDate asOf;
    final boolean knowsDecisions;
    final boolean knowsAdoptions;
    final boolean knowsSteps;
    final boolean knowsHandoffs;
    final Map<String, Place> places;
    final Map<String, Case> cases;
    final List<Case> unplaced = new ArrayList<>();
    final Map<String, Team> teams;
    final Map<String, Person> people;

    Lookup(Portfolio portfolio) {
        this.portfolio = portfolio;
        asOf = portfolio.asOf();
        knowsDecisions = portfolio.knows(Kind.DECISION);
        knowsAdoptions = portfolio.knows(Kind.ADOPTION);
        knowsSteps = portfolio.knows(Kind.STEP);
        knowsHandoffs = portfolio.knows(Kind.HANDOFF);
        places = new HashMap<>(2 * portfolio.workflows().size());
        cases = new HashMap<>(2 * portfolio.useCases().size());
        teams = new HashMap<>(2 * portfolio.teams().size());
        people = new HashMap<>(2 * portfolio.people().size());
        portfolio.teams().forEach(team -> teams.put(team.id(), team));
        portfolio.people().forEach(person -> people.put(person.id(), person));
        portfolio.workflows().forEach(workflow -> places.put(workflow.id(), new Place(workflow)));
        portfolio.useCases().forEach(this::place);
        work();
        events();
    }

    private void place(UseCase useCase) {
        Place place = useCase.workflowId() == null ? null : place(useCase.workflowId());
        Case one = new Case(useCase, place);
        cases.put(useCase.id(), one);
        (place == null ? unplaced : place.cases).add(one);
    }

    private Place place(String workflow) {
        Place place = places.get(workflow);
        return place != null ? place : places.computeIfAbsent(workflow, id -> new Place(nothingKnown(id)));
    }

    private static Workflow nothingKnown(String id) {
        Object[] values = new Object[Kind.WORKFLOW.attributes().size()];
        values[0] = id;
        Sheet sheet = new Sheet(Kind.WORKFLOW.table(), Kind.WORKFLOW, Map.of());
        return Workflow.of(Origin.referredTo(sheet, Kind.WORKFLOW, "id"), values);
    }

    private void work() {
        for (Step step : portfolio.steps()) {
            Place place = place(step.workflowId());
            place.steps.add(step);
            place.stepsById.putIfAbsent(step.id(), step);
        }
        portfolio.handoffs().forEach(each -> place(each.workflowId()).handoffs.add(each));
        portfolio
                .responsibilities()
                .forEach(each -> place(each.workflowId()).responsibilities.add(each));
    }

    private void events() {
        for (Decision decision : portfolio.decisions()) {
            Case one = decision.subjectType() == DecisionSubject.USE_CASE ? cases.get(decision.subjectId()) : null;
            if (one != null) {
                one.decisions.add(decision);
            } else if (decision.subjectType() == DecisionSubject.WORKFLOW) {
                place(decision.subjectId()).decisions.add(decision);
            }
        }
        for (Adoption adoption : portfolio.adoptions()) {
            Case one = cases.get(adoption.useCaseId());
            if (one != null) {
                one.adoptions.add(adoption);
            }
        }
        portfolio.frictions().forEach(this::friction);
    }

    private void friction(Friction friction) {
        if (friction.workflowId() != null) {
            place(friction.workflowId()).frictions.add(friction);
        }
        for (Case blocked : blocked(friction)) {
            blocked.blocking.add(friction);
        }
    }

    /** The use cases it blocks, each once. */
    Set<Case> blocked(Friction friction) {
        Set<Case> blocked = new HashSet<>();
        for (String id : friction.useCaseIds()) {
            Case one = cases.get(id);
            if (one != null) {
                blocked.add(one);
            }
        }
        return blocked;
    }

    boolean knows(Attribute column) {
        return portfolio.knows(column);
    }

    long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, asOf);
    }

    boolean startedOver(Case one, int days) {
        return one.fact.startedOn() != null && age(one.fact.startedOn()) > days;
    }

    /** The team that is known to be above, or null. */
    @Nullable
    String parent(String team) {
        Team row = teams.get(team);
        return row == null || !row.listed() ? null : row.parentId();
    }

    /** Whether nobody can tell if there is a team above. */
    boolean mayHaveParent(String team) {
        Team row = teams.get(team);
        return row != null && row.listed() && Columns.unknown(row, Columns.PARENT);
    }
}
