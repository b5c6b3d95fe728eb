package org.throughline.oracle;

import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.oracle.Given.absent;
import static org.throughline.oracle.Given.date;
import static org.throughline.oracle.Given.is;
import static org.throughline.oracle.Given.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Step;
import org.throughline.facts.StepKind;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** B. Untouched environment: touched workflows only. */
final class Environment {

    private final Terms terms;
    private final Verdicts verdicts;
    private final Index index;
    private final Flow flow;

    Environment(Terms terms, Verdicts verdicts) {
        this.terms = terms;
        this.verdicts = verdicts;
        this.index = terms.index;
        this.flow = terms.flow;
    }

    void judge() {
        for (UseCase useCase : terms.useCases()) {
            verdicts.say("B2", useCase.id(), waitingDominates(useCase), HIGH);
            verdicts.say("B3", useCase.id(), offConstraint(useCase), MEDIUM);
        }
        index.workflowIds().forEach(this::judge);
        judgeUnplaced();
    }

    private void judge(String workflow) {
        Truth touched = touched(workflow);
        verdicts.say("B5", workflow, touched.and(coordinationOverhead(workflow)), MEDIUM);
        verdicts.say("B6", workflow, touched.and(standingApprovals(workflow)), HIGH);
        verdicts.say("B8", workflow, touched.and(singleStepFocus(workflow)), MEDIUM);
        index.stepsOf(workflow).forEach(step -> verdicts.say("B7", step.key(), touched.and(flooded(step)), HIGH));
        for (Handoff handoff : index.handoffsOf(workflow)) {
            verdicts.say("B1", handoff.key(), touched.and(untouched(handoff)), HIGH);
            verdicts.say(
                    "B4",
                    handoff.key(),
                    touched.and(absent(handoff, "next_actor")),
                    waitsLong(handoff).isTrue() ? HIGH : MEDIUM);
        }
        judgeMissing(workflow, touched);
    }

    /** Where handoffs or steps are unknown, so is what would be said of each. */
    private void judgeMissing(String workflow, Truth touched) {
        Truth handoffs = touched.and(Truth.of(!index.knows(Kind.HANDOFF))).and(Truth.UNKNOWN);
        Truth steps = touched.and(Truth.of(!index.knows(Kind.STEP))).and(Truth.UNKNOWN);
        verdicts.say("B1", workflow + "/*", handoffs, HIGH);
        verdicts.say("B4", workflow + "/*", handoffs, MEDIUM);
        verdicts.say("B7", workflow + "/*", steps, HIGH);
    }

    /** Where no use case says what workflow it is on, no workflow can be judged. */
    private void judgeUnplaced() {
        boolean unplaced = !index.knows(Kind.USE_CASE, "workflow_id");
        Truth any = Truth.of(unplaced)
                .and(Truth.any(terms.useCases().stream().map(terms::live)))
                .and(Truth.UNKNOWN);
        for (String diagnostic : List.of("B1", "B4", "B5", "B6", "B7", "B8")) {
            verdicts.say(diagnostic, "*", any, MEDIUM);
        }
    }

    private Truth touched(String workflow) {
        return Truth.any(index.useCasesOn(workflow).stream().map(terms::live));
    }

    private Truth untouched(Handoff handoff) {
        return waitsLong(handoff)
                .and(Truth.any(index.useCasesOn(handoff.workflowId()).stream()
                        .map(useCase -> untouchedBeside(handoff, useCase))));
    }

    private Truth untouchedBeside(Handoff handoff, UseCase useCase) {
        return terms.live(useCase)
                .and(onStep(useCase, handoff.fromStepId()).or(onStep(useCase, handoff.toStepId())))
                .and(terms.startedOver(useCase, Limit.HANDOFF_START_DAYS))
                .and(unchangedSince(handoff, date(useCase, "started_on", day -> true), useCase.startedOn()));
    }

    private Truth onStep(UseCase useCase, String step) {
        return terms.hasKnownStep(useCase).and(Truth.of(step.equals(useCase.stepId())));
    }

    /** @param since whether the day is known */
    private static Truth unchangedSince(Fact fact, Truth since, @Nullable LocalDate day) {
        Truth earlier = since.and(date(fact, "changed_on", changed -> day == null || changed.isBefore(day)));
        return absent(fact, "changed_on").or(earlier);
    }

    private Truth waitsLong(Handoff handoff) {
        return Amounts.shareAtLeast(
                flow.wait(handoff), flow.leadTime(handoff.workflowId()), terms.limit(Limit.HANDOFF_PERCENT));
    }

    private Truth waitingDominates(UseCase useCase) {
        String workflow = useCase.workflowId();
        BigDecimal lead = flow.leadTime(workflow);
        return terms.live(useCase)
                .and(terms.hasWorkflow(useCase))
                .and(Amounts.shareUnder(flow.processTime(workflow), lead, terms.limit(Limit.ACTIVITY_PERCENT)))
                .and(Amounts.shareUnder(saving(useCase), lead, terms.limit(Limit.SAVING_PERCENT)));
    }

    private @Nullable BigDecimal saving(UseCase useCase) {
        Step step = terms.stepOf(useCase);
        BigDecimal claimed = useCase.absent("hours_saved_per_item") ? BigDecimal.ZERO : useCase.hoursSavedPerItem();
        return Amounts.lesserKnown(claimed, step == null ? null : step.processTimeH());
    }

    private Truth offConstraint(UseCase useCase) {
        Step step = terms.stepOf(useCase);
        Step constraint = step == null ? null : flow.constraint(step.workflowId());
        return terms.active(useCase)
                .and(terms.hasKnownStep(useCase))
                .and(Truth.ifKnown(constraint != null))
                .and(Truth.of(constraint == null || constraint != step));
    }

    private Truth coordinationOverhead(String workflow) {
        List<Step> order = flow.order(workflow);
        Truth teams = Truth.all(index.stepsOf(workflow).stream().map(step -> named(step, "team_id")));
        if (order == null || !teams.isTrue()) {
            return teams.and(Truth.UNKNOWN);
        }
        long changes = IntStream.range(1, order.size())
                .filter(i ->
                        !Objects.equals(order.get(i - 1).teamId(), order.get(i).teamId()))
                .count();
        return manyChanges(BigDecimal.valueOf(changes), BigDecimal.valueOf(order.size()));
    }

    private Truth manyChanges(BigDecimal changes, BigDecimal steps) {
        Truth enoughSteps =
                Amounts.less(steps, terms.limit(Limit.TEAM_CHANGE_STEPS)).not();
        Truth share =
                Amounts.shareOver(changes, steps.subtract(BigDecimal.ONE), terms.limit(Limit.TEAM_CHANGE_PERCENT));
        return Amounts.less(terms.limit(Limit.TEAM_CHANGES), changes).or(enoughSteps.and(share));
    }

    private Truth standingApprovals(String workflow) {
        if (!index.knows(Kind.STEP)) {
            return Truth.UNKNOWN;
        }
        Map<Step, Truth> approvals = unchangedApprovals(workflow);
        Truth together = Truth.any(pairs(approvals.keySet().stream().toList())
                .map(pair -> approvals
                        .get(pair.get(0))
                        .and(approvals.get(pair.get(1)))
                        .and(flow.nextToEachOther(pair.get(0), pair.get(1)))));
        return together.or(longApprovals(workflow, approvals));
    }

    /** Approval steps unchanged since first start, and those that may be. */
    private Map<Step, Truth> unchangedApprovals(String workflow) {
        LocalDate firstStart = firstStart(workflow);
        Map<Step, Truth> approvals = new LinkedHashMap<>();
        for (Step step : index.stepsOf(workflow)) {
            Truth unchanged = unchangedSince(step, Truth.ifKnown(firstStart != null), firstStart);
            Truth standing = is(step, "kind", StepKind.APPROVAL).and(unchanged);
            if (!standing.isFalse()) {
                approvals.put(step, standing);
            }
        }
        return approvals;
    }

    private @Nullable LocalDate firstStart(String workflow) {
        return index.useCasesOn(workflow).stream()
                .filter(useCase -> terms.live(useCase).isTrue())
                .map(UseCase::startedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Truth longApprovals(String workflow, Map<Step, Truth> approvals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : approvals.keySet()) {
            sum = approvals.get(step).isTrue() ? Amounts.sum(sum, flow.timeAt(step)) : sum;
        }
        Truth certain = Amounts.shareOver(sum, flow.leadTime(workflow), terms.limit(Limit.APPROVAL_PERCENT));
        return approvals.isEmpty() ? Truth.FALSE : certain.or(Truth.any(maybe(approvals)));
    }

    private static Stream<Truth> maybe(Map<Step, Truth> approvals) {
        return approvals.values().stream().filter(truth -> !truth.isTrue());
    }

    private static Stream<List<Step>> pairs(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, steps.size()).mapToObj(j -> List.of(steps.get(i), steps.get(j))));
    }

    private Truth flooded(Step step) {
        Workflow workflow = index.workflow(step.workflowId());
        Truth full = Amounts.loadAtLeast(
                workflow == null ? null : workflow.itemsPerMonth(),
                step.capacityPerMonth(),
                terms.limit(Limit.LOAD_PERCENT));
        return full.and(Truth.any(index.useCasesOn(step.workflowId()).stream()
                .map(useCase -> terms.live(useCase).and(feeds(useCase, step)))));
    }

    private Truth feeds(UseCase useCase, Step step) {
        Step own = terms.stepOf(useCase);
        return own == null ? terms.hasKnownStep(useCase) : flow.isNext(step, own);
    }

    private Truth singleStepFocus(String workflow) {
        List<UseCase> placed = index.useCasesOn(workflow).stream()
                .filter(useCase -> !isPlaced(useCase).isFalse())
                .toList();
        List<Step> certain =
                steps(placed.stream().filter(useCase -> isPlaced(useCase).isTrue()));
        if (certain.size() > 1) {
            return Truth.FALSE;
        }
        List<Step> possible = certain.isEmpty() ? steps(placed.stream()) : certain;
        Truth unplaced = Truth.atLeast(focus(), on(null, placed));
        return Truth.any(possible.stream().map(step -> focused(placed, step)))
                .or(certain.isEmpty() ? unplaced : Truth.FALSE);
    }

    private List<Step> steps(Stream<UseCase> placed) {
        return placed.map(terms::stepOf).filter(Objects::nonNull).distinct().toList();
    }

    /** Those on the step, and those of which nobody knows on what step they are. */
    private List<Truth> on(@Nullable Step step, List<UseCase> placed) {
        return placed.stream()
                .filter(useCase -> terms.stepOf(useCase) == null || terms.stepOf(useCase) == step)
                .map(this::isPlaced)
                .toList();
    }

    private Truth focused(List<UseCase> placed, Step step) {
        Truth brief = Amounts.shareUnder(
                flow.timeAt(step), flow.leadTime(step.workflowId()), terms.limit(Limit.FOCUS_PERCENT));
        return Truth.atLeast(focus(), on(step, placed)).and(brief);
    }

    private Truth isPlaced(UseCase useCase) {
        return terms.active(useCase).and(terms.hasKnownStep(useCase));
    }

    private long focus() {
        return terms.limit(Limit.FOCUSED_USE_CASES).longValueExact();
    }
}
