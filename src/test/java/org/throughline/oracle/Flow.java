package org.throughline.oracle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Step;
import org.throughline.facts.Texts;
import org.throughline.facts.Workflow;

/** The terms on how work flows; null where unknown. */
final class Flow {

    private static final Comparator<Step> BY_ORDER =
            Comparator.comparing(Step::seq).thenComparing(Step::id, Texts.BY_CODE_POINT);

    private final Index index;
    private final Map<String, Optional<BigDecimal>> leadTimes = new HashMap<>();
    private final Map<String, Optional<List<Step>>> orders = new HashMap<>();

    Flow(Index index) {
        this.index = index;
    }

    @Nullable
    BigDecimal waitInto(String workflow, String stepId) {
        Step step = index.step(workflow, stepId);
        BigDecimal wait = step == null ? null : step.waitBeforeH();
        for (Handoff handoff : index.handoffsInto(workflow, stepId)) {
            wait = Amounts.largerKnown(wait, handoff.waitH());
        }
        return wait;
    }

    @Nullable
    BigDecimal waitInto(Step step) {
        return waitInto(step.workflowId(), step.id());
    }

    @Nullable
    BigDecimal wait(Handoff handoff) {
        return waitInto(handoff.workflowId(), handoff.toStepId());
    }

    @Nullable
    BigDecimal leadTime(@Nullable String workflow) {
        return workflow == null
                ? null
                : leadTimes
                        .computeIfAbsent(workflow, id -> Optional.ofNullable(findLeadTime(id)))
                        .orElse(null);
    }

    private @Nullable BigDecimal findLeadTime(String id) {
        Workflow workflow = index.workflow(id);
        if (workflow != null && workflow.leadTimeH() != null) {
            return workflow.leadTimeH();
        }
        BigDecimal work = index.stepsOf(id).isEmpty() ? null : processTime(id);
        return Amounts.sum(work, knownWaits(id));
    }

    private BigDecimal knownWaits(String workflow) {
        return index.stepsOf(workflow).stream()
                .map(this::waitInto)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of its steps' process times: 0 where it is known to have no steps. */
    @Nullable
    BigDecimal processTime(@Nullable String workflow) {
        if (workflow == null || !index.knows(Kind.STEP)) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : index.stepsOf(workflow)) {
            sum = Amounts.sum(sum, step.processTimeH());
        }
        return sum;
    }

    /** Process time and wait into it together. */
    @Nullable
    BigDecimal timeAt(Step step) {
        return Amounts.sum(step.processTimeH(), waitInto(step));
    }

    @Nullable
    Step constraint(String workflow) {
        List<Step> steps = index.stepsOf(workflow);
        if (!steps.isEmpty() && steps.stream().allMatch(step -> step.capacityPerMonth() != null)) {
            return least(workflow, Step::capacityPerMonth);
        }
        if (!steps.isEmpty() && steps.stream().allMatch(step -> step.processTimeH() != null)) {
            return least(workflow, step -> timeAtLeast(step).negate());
        }
        return null;
    }

    private BigDecimal timeAtLeast(Step step) {
        BigDecimal wait = waitInto(step);
        return Objects.requireNonNull(step.processTimeH()).add(wait == null ? BigDecimal.ZERO : wait);
    }

    /** Of several, the first in order; null where there is no order to tell them apart. */
    private @Nullable Step least(String workflow, Function<Step, BigDecimal> figure) {
        BigDecimal least = index.stepsOf(workflow).stream()
                .map(figure)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Step> all = index.stepsOf(workflow).stream()
                .filter(step -> figure.apply(step).compareTo(least) == 0)
                .toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        return order(workflow) == null ? null : all.stream().min(BY_ORDER).orElseThrow();
    }

    /** By {@code seq}, then id; null where a {@code seq} is unknown, or no steps are known at all. */
    @Nullable
    List<Step> order(String workflow) {
        return orders.computeIfAbsent(workflow, id -> Optional.ofNullable(findOrder(id)))
                .orElse(null);
    }

    private @Nullable List<Step> findOrder(String workflow) {
        List<Step> steps = index.stepsOf(workflow);
        boolean known = index.knows(Kind.STEP) && steps.stream().allMatch(step -> step.seq() != null);
        return known ? steps.stream().sorted(BY_ORDER).toList() : null;
    }

    Truth nextToEachOther(Step one, Step other) {
        List<Step> order = order(one.workflowId());
        return order == null ? Truth.UNKNOWN : Truth.of(Math.abs(order.indexOf(one) - order.indexOf(other)) == 1);
    }

    /** Whether a step is one of those with the lowest {@code seq} higher than the other's. */
    Truth isNext(Step step, Step after) {
        List<Step> order = order(after.workflowId());
        if (order == null) {
            return Truth.UNKNOWN;
        }
        BigDecimal from = Objects.requireNonNull(after.seq());
        return Truth.of(order.stream()
                .map(Step::seq)
                .filter(seq -> seq != null && seq.compareTo(from) > 0)
                .min(Comparator.naturalOrder())
                .filter(lowest -> step.seq() != null && step.seq().compareTo(lowest) == 0)
                .isPresent());
    }
}
