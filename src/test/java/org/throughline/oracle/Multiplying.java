package org.throughline.oracle;

import static org.throughline.findings.Severity.CRITICAL;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.oracle.Given.date;
import static org.throughline.oracle.Given.is;
import static org.throughline.oracle.Given.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Friction;
import org.throughline.facts.Kind;
import org.throughline.facts.Stage;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;

/** D. Multiplying use cases; duplicates are told by {@link Duplicates}. */
final class Multiplying {

    private final Terms terms;
    private final Verdicts verdicts;
    private final Index index;

    Multiplying(Terms terms, Verdicts verdicts) {
        this.terms = terms;
        this.verdicts = verdicts;
        this.index = terms.index;
    }

    void judge() {
        index.teamIds().forEach(team -> verdicts.say("D1", team, multiplying(team), CRITICAL));
        index.portfolio.frictions().forEach(this::sharedFriction);
        index.workflowIds().forEach(workflow -> verdicts.say("D3", workflow, crowded(workflow), HIGH));
        index.portfolio.teams().stream().filter(Team::listed).forEach(this::overloadedTeam);
        new Duplicates(terms, verdicts).judge();
        owners().forEach(person -> verdicts.say("D6", person, overloadedOwner(person), MEDIUM));
        terms.useCases().forEach(useCase -> verdicts.say("D7", useCase.id(), addedOnFriction(useCase), MEDIUM));
        judgeMissing();
    }

    /** Where the subjects themselves are unknown. */
    private void judgeMissing() {
        boolean owned = index.knows(Kind.USE_CASE, "pilot_owner_id") || index.knows(Kind.USE_CASE, "outcome_owner_id");
        missing("D1", !index.knows(Kind.USE_CASE, "team_id"), multiplying(terms.useCases()));
        missing("D2", !index.knows(Kind.FRICTION), active(terms.useCases(), count(Limit.BLOCKED_USE_CASES)));
        missing("D3", !index.knows(Kind.USE_CASE, "workflow_id"), active(terms.useCases(), crowd()));
        missing("D4", !index.knows(Kind.TEAM), active(terms.useCases(), 1));
        missing("D6", !owned, active(terms.useCases(), count(Limit.OWNED_USE_CASES) + 1));
    }

    private void missing(String diagnostic, boolean missing, Truth atMost) {
        verdicts.say(diagnostic, "*", Truth.of(missing).and(atMost).and(Truth.UNKNOWN), MEDIUM);
    }

    private Truth multiplying(String team) {
        List<UseCase> below = terms.tree.from(team).stream()
                .flatMap(each -> index.useCasesOf(each).stream())
                .toList();
        return terms.tree.isRoot(team).and(multiplying(below));
    }

    private Truth multiplying(List<UseCase> useCases) {
        Truth starts = Truth.atLeast(
                count(Limit.RECENT_STARTS),
                useCases.stream().map(this::startedOfLate).toList());
        return starts.and(Truth.any(useCases.stream().map(this::unfinished)))
                .and(Truth.all(useCases.stream().map(this::notDeclaredOfLate)));
    }

    private Truth startedOfLate(UseCase useCase) {
        Truth begun =
                named(useCase, "stage").and(is(useCase, "stage", Stage.IDEA).not());
        Truth late = date(
                useCase,
                "started_on",
                day -> terms.age(day) >= 0 && !terms.over(terms.age(day), Limit.RECENT_START_DAYS));
        return begun.and(late);
    }

    private Truth unfinished(UseCase useCase) {
        Truth old = terms.startedOver(useCase, Limit.OLD_PILOT_DAYS);
        return terms.settled(useCase)
                .not()
                .and(terms.active(useCase, Stage.VALIDATED)
                        .or(terms.active(useCase, Stage.PILOT).and(old)));
    }

    private Truth notDeclaredOfLate(UseCase useCase) {
        LocalDate on = terms.declaredOn(useCase);
        boolean longAgo = on != null && terms.over(terms.age(on), Limit.OLD_STANDARD_DAYS);
        return terms.declared(useCase).not().or(Truth.of(longAgo));
    }

    private void sharedFriction(Friction friction) {
        List<Truth> blocked = Set.copyOf(friction.useCaseIds()).stream()
                .map(id -> terms.active(index.useCase(id)))
                .toList();
        Truth several = friction.unknown("use_case_ids")
                ? Truth.UNKNOWN
                : Truth.atLeast(count(Limit.BLOCKED_USE_CASES), blocked);
        boolean many =
                Truth.atLeast(count(Limit.BLOCKED_USE_CASES_CRITICAL), blocked).isTrue();
        verdicts.say("D2", friction.id(), Terms.open(friction, terms.asOf).and(several), many ? CRITICAL : HIGH);
    }

    private Truth crowded(String workflow) {
        List<UseCase> useCases = index.useCasesOn(workflow);
        return active(useCases, crowd())
                .and(Truth.any(useCases.stream().map(terms::declared)).not());
    }

    private void overloadedTeam(Team team) {
        BigDecimal capacity = team.initiativeCapacity() != null ? team.initiativeCapacity() : byHeadcount(team);
        List<UseCase> own = index.useCasesOf(team.id());
        Truth over = capacity == null
                ? Truth.UNKNOWN
                : active(own, count(capacity) + count(Limit.INITIATIVES_OVER_CAPACITY));
        verdicts.say("D4", team.id(), own.isEmpty() ? Truth.FALSE : over, MEDIUM);
    }

    private @Nullable BigDecimal byHeadcount(Team team) {
        return team.headcount() == null
                ? null
                : team.headcount()
                        .divideToIntegralValue(terms.limit(Limit.HEADS_PER_INITIATIVE))
                        .max(BigDecimal.ONE);
    }

    /** A number of whole things over a figure is over its whole part. */
    private static long count(BigDecimal figure) {
        return figure.toBigInteger().longValue();
    }

    private Set<String> owners() {
        Set<String> owners = new TreeSet<>(index.people.keySet());
        terms.useCases().stream()
                .flatMap(each -> Stream.of(each.pilotOwnerId(), each.outcomeOwnerId()))
                .filter(id -> id != null)
                .forEach(owners::add);
        return owners;
    }

    private Truth overloadedOwner(String person) {
        List<UseCase> owned = terms.useCases().stream()
                .filter(each -> person.equals(each.pilotOwnerId()) || person.equals(each.outcomeOwnerId()))
                .toList();
        return active(owned, count(Limit.OWNED_USE_CASES) + 1);
    }

    private Truth addedOnFriction(UseCase useCase) {
        Truth onFriction = terms.hasWorkflow(useCase).isTrue()
                ? terms.among(
                        Kind.FRICTION,
                        index.frictionsOn(useCase.workflowId()).stream().map(each -> stoodAtStart(each, useCase)))
                : terms.hasWorkflow(useCase);
        return terms.active(useCase).and(onFriction);
    }

    private static Truth stoodAtStart(Friction friction, UseCase useCase) {
        LocalDate start = useCase.startedOn();
        if (start == null) {
            return named(useCase, "started_on");
        }
        return date(friction, "recorded_on", start::isAfter).and(Terms.open(friction, start));
    }

    private Truth active(List<UseCase> useCases, long atLeast) {
        return Truth.atLeast(atLeast, useCases.stream().map(terms::active).toList());
    }

    private long crowd() {
        return count(Limit.CROWDED_USE_CASES);
    }

    private long count(Limit limit) {
        return terms.limit(limit).longValueExact();
    }
}
