package org.throughline.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** The rows of an organisation by what they are and by what they refer to. A row is found under what it is known to refer to only. */
final class Index {

    final Portfolio portfolio;
    final Map<String, UseCase> useCases;
    final Map<String, Workflow> workflows;
    final Map<String, Team> teams;
    final Map<String, Person> people;
    final Map<String, Step> steps;

    private final Map<String, List<UseCase>> useCasesOnWorkflow;
    private final Map<String, List<UseCase>> useCasesOfTeam;
    private final Map<String, List<Step>> stepsOfWorkflow;
    private final Map<String, List<Handoff>> handoffsOfWorkflow;
    private final Map<String, List<Handoff>> handoffsInto;
    private final Map<String, List<Decision>> decisionsOnUseCase;
    private final Map<String, List<Decision>> decisionsOnWorkflow;
    private final Map<String, List<Adoption>> adoptionsOfUseCase;
    private final Map<String, List<Responsibility>> responsibilitiesOfWorkflow;
    private final Map<String, List<Friction>> frictionsOnWorkflow;
    private final Map<String, List<Friction>> frictionsBlocking;

    Index(Portfolio portfolio) {
        this.portfolio = portfolio;
        useCases = byId(portfolio.useCases(), UseCase::id);
        workflows = byId(portfolio.workflows(), Workflow::id);
        teams = byId(portfolio.teams(), Team::id);
        people = byId(portfolio.people(), Person::id);
        steps = byId(portfolio.steps(), step -> stepKey(step.workflowId(), step.id()));
        useCasesOnWorkflow = by(portfolio.useCases(), UseCase::workflowId);
        useCasesOfTeam = by(portfolio.useCases(), UseCase::teamId);
        stepsOfWorkflow = by(portfolio.steps(), Step::workflowId);
        handoffsOfWorkflow = by(portfolio.handoffs(), Handoff::workflowId);
        handoffsInto = by(portfolio.handoffs(), handoff -> stepKey(handoff.workflowId(), handoff.toStepId()));
        decisionsOnUseCase = by(portfolio.decisions(), decision -> subject(decision, DecisionSubject.USE_CASE));
        decisionsOnWorkflow = by(portfolio.decisions(), decision -> subject(decision, DecisionSubject.WORKFLOW));
        adoptionsOfUseCase = by(portfolio.adoptions(), Adoption::useCaseId);
        responsibilitiesOfWorkflow = by(portfolio.responsibilities(), Responsibility::workflowId);
        frictionsOnWorkflow = by(portfolio.frictions(), Friction::workflowId);
        frictionsBlocking = blocking(portfolio.frictions());
    }

    boolean knows(Kind kind) {
        return portfolio.knows(kind);
    }

    boolean knows(Kind kind, String column) {
        Attribute attribute = kind.attribute(column);
        return portfolio.knows(attribute);
    }

    @Nullable
    UseCase useCase(String id) {
        return useCases.get(id);
    }

    @Nullable
    Workflow workflow(@Nullable String id) {
        return id == null ? null : workflows.get(id);
    }

    @Nullable
    Step step(@Nullable String workflow, @Nullable String step) {
        return workflow == null || step == null ? null : steps.get(stepKey(workflow, step));
    }

    List<UseCase> useCasesOn(@Nullable String workflow) {
        return rows(useCasesOnWorkflow, workflow);
    }

    List<UseCase> useCasesOf(@Nullable String team) {
        return rows(useCasesOfTeam, team);
    }

    List<Step> stepsOf(@Nullable String workflow) {
        return rows(stepsOfWorkflow, workflow);
    }

    List<Handoff> handoffsOf(@Nullable String workflow) {
        return rows(handoffsOfWorkflow, workflow);
    }

    List<Handoff> handoffsInto(String workflow, String step) {
        return rows(handoffsInto, stepKey(workflow, step));
    }

    List<Decision> decisionsOn(UseCase useCase) {
        return rows(decisionsOnUseCase, useCase.id());
    }

    List<Decision> decisionsOnWorkflow(@Nullable String workflow) {
        return rows(decisionsOnWorkflow, workflow);
    }

    List<Adoption> adoptionsOf(UseCase useCase) {
        return rows(adoptionsOfUseCase, useCase.id());
    }

    List<Responsibility> responsibilitiesOf(@Nullable String workflow) {
        return rows(responsibilitiesOfWorkflow, workflow);
    }

    List<Friction> frictionsOn(@Nullable String workflow) {
        return rows(frictionsOnWorkflow, workflow);
    }

    List<Friction> frictionsBlocking(UseCase useCase) {
        return rows(frictionsBlocking, useCase.id());
    }

    /** Workflows with a row, or with anything that refers to them. */
    Set<String> workflowIds() {
        Set<String> ids = new TreeSet<>(workflows.keySet());
        ids.addAll(useCasesOnWorkflow.keySet());
        return ids;
    }

    /** Teams with a row, or that have use cases, or that are above others. */
    Set<String> teamIds() {
        Set<String> ids = new TreeSet<>(teams.keySet());
        ids.addAll(useCasesOfTeam.keySet());
        portfolio.teams().stream().map(Team::parentId).filter(id -> id != null).forEach(ids::add);
        return ids;
    }

    private static String stepKey(String workflow, String step) {
        return workflow + '\0' + step;
    }

    private static @Nullable String subject(Decision decision, DecisionSubject type) {
        return decision.subjectType() == type ? decision.subjectId() : null;
    }

    private static Map<String, List<Friction>> blocking(List<Friction> frictions) {
        Map<String, List<Friction>> blocking = new LinkedHashMap<>();
        for (Friction friction : frictions) {
            for (String useCase : Set.copyOf(friction.useCaseIds())) {
                blocking.computeIfAbsent(useCase, id -> new ArrayList<>()).add(friction);
            }
        }
        return blocking;
    }

    private static <F> List<F> rows(Map<String, List<F>> by, @Nullable String key) {
        return key == null ? List.of() : by.getOrDefault(key, List.of());
    }

    private static <F extends Fact> Map<String, F> byId(List<F> facts, Function<F, String> id) {
        Map<String, F> byId = new LinkedHashMap<>();
        facts.forEach(fact -> byId.putIfAbsent(id.apply(fact), fact));
        return byId;
    }

    private static <F extends Fact> Map<String, List<F>> by(List<F> facts, Function<F, @Nullable String> key) {
        Map<String, List<F>> by = new LinkedHashMap<>();
        for (F fact : facts) {
            String found = key.apply(fact);
            if (found != null) {
                by.computeIfAbsent(found, id -> new ArrayList<>()).add(fact);
            }
        }
        return by;
    }
}
