package org.throughline.oracle;

import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.findings.Severity.POSITIVE;
import static org.throughline.oracle.Given.date;
import static org.throughline.oracle.Given.is;
import static org.throughline.oracle.Given.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Kind;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** S. Scaling. */
final class Scaling {

    private final Terms terms;
    private final Verdicts verdicts;
    private final Index index;

    /** A current figure of a workflow and its baseline, null where unknown. */
    private record Pair(
            @Nullable BigDecimal current, @Nullable BigDecimal baseline) {

        boolean isKnown() {
            return current != null && baseline != null;
        }

        boolean lower() {
            return Amounts.less(current, baseline).isTrue();
        }

        boolean higher() {
            return Amounts.less(baseline, current).isTrue();
        }

        boolean lacksCurrent() {
            return current == null && baseline != null;
        }
    }

    Scaling(Terms terms, Verdicts verdicts) {
        this.terms = terms;
        this.verdicts = verdicts;
        this.index = terms.index;
    }

    void judge() {
        for (UseCase useCase : terms.useCases()) {
            verdicts.say("S1", useCase.id(), reference(useCase), POSITIVE);
            verdicts.say("S2", useCase.id(), readyToStandardise(useCase), POSITIVE);
            verdicts.say("S3", useCase.id(), unverifiedScale(useCase), MEDIUM);
            verdicts.say("S4", useCase.id(), noReduction(useCase), HIGH);
            verdicts.say("S5", useCase.id(), stopCandidate(useCase), MEDIUM);
        }
    }

    private List<Pair> pairs(@Nullable Workflow workflow) {
        return workflow == null
                ? List.of()
                : List.of(
                        new Pair(steps(workflow), workflow.baselineSteps()),
                        new Pair(handoffs(workflow), workflow.baselineHandoffs()),
                        new Pair(workflow.leadTimeH(), workflow.baselineLeadTimeH()));
    }

    private @Nullable BigDecimal steps(Workflow workflow) {
        int count = index.stepsOf(workflow.id()).size();
        return count == 0 ? null : BigDecimal.valueOf(count);
    }

    private @Nullable BigDecimal handoffs(Workflow workflow) {
        int count = index.handoffsOf(workflow.id()).size();
        return steps(workflow) == null || !index.knows(Kind.HANDOFF) ? null : BigDecimal.valueOf(count);
    }

    private Stream<Pair> knownPairs(UseCase useCase) {
        return pairs(index.workflow(useCase.workflowId())).stream().filter(Pair::isKnown);
    }

    private Truth anyPairKnown(UseCase useCase) {
        return terms.hasWorkflow(useCase)
                .and(Truth.ifKnown(knownPairs(useCase).findAny().isPresent()));
    }

    private Truth anyLower(UseCase useCase) {
        return Truth.of(knownPairs(useCase).anyMatch(Pair::lower));
    }

    private Truth reference(UseCase useCase) {
        Truth reduced = anyLower(useCase).and(Truth.of(knownPairs(useCase).noneMatch(Pair::higher)));
        Truth noneKnown = Truth.of(knownPairs(useCase).findAny().isEmpty());
        return terms.declared(useCase)
                .and(redesignedFor(useCase))
                .and(named(useCase, "outcome_owner_id"))
                .and(anyPairKnown(useCase))
                .and(noneKnown.or(reduced));
    }

    private Truth redesignedFor(UseCase useCase) {
        LocalDate start = useCase.startedOn();
        long days = terms.limit(Limit.REFERENCE_REDESIGN_DAYS).longValueExact();
        return named(useCase, "started_on")
                .and(date(
                        index.workflow(useCase.workflowId()),
                        "redesigned_on",
                        day -> start == null || !day.isBefore(start.minusDays(days))));
    }

    private Truth readyToStandardise(UseCase useCase) {
        Truth reached = Amounts.equal(useCase.current(), useCase.target())
                .or(Terms.better(useCase, useCase.current(), useCase.target()));
        return terms.active(useCase, Stage.VALIDATED)
                .and(is(useCase, "measure_scope", MeasureScope.WORKFLOW, MeasureScope.OUTCOME))
                .and(reached)
                .and(named(useCase, "outcome_owner_id"))
                .and(halted(useCase).not())
                .and(blocked(useCase).not());
    }

    private Truth halted(UseCase useCase) {
        return terms.among(
                Kind.DECISION,
                index.decisionsOn(useCase).stream()
                        .map(each -> Terms.isKind(each, DecisionKind.STOP, DecisionKind.PAUSE)));
    }

    private Truth blocked(UseCase useCase) {
        boolean untold = !index.knows(Kind.FRICTION, "use_case_ids")
                && !index.portfolio.frictions().isEmpty();
        return untold
                ? Truth.UNKNOWN
                : terms.among(
                        Kind.FRICTION,
                        index.frictionsBlocking(useCase).stream().map(each -> Terms.open(each, terms.asOf)));
    }

    private Truth unverifiedScale(UseCase useCase) {
        Workflow workflow = index.workflow(useCase.workflowId());
        boolean listed = workflow != null && workflow.listed();
        return terms.declared(useCase)
                .and(terms.hasWorkflow(useCase))
                .and(Truth.of(useCase.workflowId() == null || listed))
                .and(Truth.of(knownPairs(useCase).findAny().isEmpty()));
    }

    private Truth noReduction(UseCase useCase) {
        boolean lacking = pairs(index.workflow(useCase.workflowId())).stream().anyMatch(Pair::lacksCurrent);
        return terms.declared(useCase)
                .and(anyPairKnown(useCase))
                .and(anyLower(useCase).not())
                .and(Truth.ifKnown(!lacking));
    }

    private Truth stopCandidate(UseCase useCase) {
        Truth overdue =
                terms.startedOver(useCase, Limit.STOP_DAYS).or(date(useCase, "planned_end_on", terms.asOf::isAfter));
        return terms.active(useCase, Stage.PILOT)
                .and(overdue)
                .and(Terms.better(useCase, useCase.current(), useCase.baseline())
                        .not());
    }
}
