package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Handoff;
import org.throughline.facts.Step;

/**
 * How work moves through one workflow, in the terms of value stream mapping: its steps, its handoffs, and the figures that follow from
 * them. Given with the facts, once for every workflow that is listed or that a step or handoff names, so that rules about flow look at
 * one fact instead of joining all steps and handoffs again. Times in hours an item.
 *
 * @param steps by {@code seq}, then id; those without a known {@code seq} last
 * @param handoffs in the order of the file
 * @param waits the known ones, by step
 */
public record Flow(String workflowId, List<Step> steps, List<Handoff> handoffs, Map<String, Wait> waits) {

    /** The flow of one workflow. */
    public static Flow of(String workflowId, Collection<Step> steps, Collection<Handoff> handoffs) {
        List<Step> ordered = new Steps(List.copyOf(steps)).list();
        return new Flow(workflowId, ordered, List.copyOf(handoffs), waits(workflowId, ordered, handoffs));
    }

    /** How many steps. */
    public int size() {
        return steps.size();
    }

    /** True if there are steps, and every {@code seq} is known. */
    public boolean ordered() {
        return !steps.isEmpty() && steps.stream().allMatch(step -> step.seq() != null);
    }

    /** True if every step names its team. */
    public boolean teamsKnown() {
        return steps.stream().allMatch(step -> step.teamId() != null);
    }

    /** True if some step is known to have no team. */
    public boolean teamless() {
        return steps.stream().anyMatch(step -> step.absent("team_id"));
    }

    /** True if every step's capacity is known. */
    public boolean capacitiesKnown() {
        return steps.stream().allMatch(step -> step.capacityPerMonth() != null);
    }

    /** The sum of all process times, 0 of none; null where one of them is not known. */
    public @Nullable BigDecimal workTime() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : steps) {
            if (step.processTimeH() == null) {
                return null;
            }
            sum = sum.add(step.processTimeH());
        }
        return sum;
    }

    /** The sum of the known waits into steps. */
    public BigDecimal waited() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : steps) {
            Wait wait = waits.get(step.id());
            sum = wait == null ? sum : sum.add(wait.hours());
        }
        return sum;
    }

    /** The step of that id, if it is listed. */
    public List<Step> step(@Nullable String id) {
        return steps.stream().filter(step -> step.id().equals(id)).toList();
    }

    public boolean has(@Nullable String stepId) {
        return steps.stream().anyMatch(step -> step.id().equals(stepId));
    }

    /** True if another step than that one is listed. */
    public boolean hasOther(@Nullable String stepId) {
        return steps.stream().anyMatch(step -> !step.id().equals(stepId));
    }

    /** Handoffs that leave or enter that step. */
    public List<Handoff> around(@Nullable String stepId) {
        return handoffs.stream()
                .filter(one -> one.fromStepId().equals(stepId) || one.toStepId().equals(stepId))
                .toList();
    }

    /** Whether a handoff leaves or enters that step. */
    public boolean handsOver(@Nullable String stepId) {
        return !around(stepId).isEmpty();
    }

    /** The wait into that step, if it is known. */
    public List<Wait> waitInto(@Nullable String stepId) {
        Wait wait = waits.get(stepId);
        return wait == null ? List.of() : List.of(wait);
    }

    /** How long each step holds an item, where its process time is known. */
    public List<Load> loads() {
        return steps.stream()
                .filter(step -> step.processTimeH() != null)
                .map(this::loaded)
                .toList();
    }

    /** How long that step holds an item, if its process time is known. */
    public List<Load> load(@Nullable String stepId) {
        return step(stepId).stream()
                .filter(step -> step.processTimeH() != null)
                .map(this::loaded)
                .toList();
    }

    /** Whether both the process time of that step and the wait into it are known. */
    public boolean knowsLoad(@Nullable String stepId) {
        return load(stepId).stream().anyMatch(Load::whole);
    }

    /** The steps with the least capacity, if all capacities are known. */
    public Steps tightest() {
        if (steps.isEmpty() || !capacitiesKnown()) {
            return new Steps(List.of());
        }
        BigDecimal least = steps.stream()
                .map(Step::capacityPerMonth)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        return new Steps(steps.stream()
                .filter(step -> step.capacityPerMonth().compareTo(least) == 0)
                .toList());
    }

    /** The steps that hold an item longest. */
    public Steps slowest() {
        List<Load> loads = loads();
        BigDecimal most =
                loads.stream().map(Load::hours).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return new Steps(loads.stream()
                .filter(load -> load.hours().compareTo(most) == 0)
                .map(Load::step)
                .toList());
    }

    /** The steps with the lowest {@code seq} above that of the given one; several where the work forks. */
    public List<Step> next(Step step) {
        List<Step> next = new ArrayList<>();
        for (Step candidate : steps) {
            boolean higher = candidate.seq().compareTo(step.seq()) > 0;
            if (higher
                    && (next.isEmpty() || candidate.seq().compareTo(next.get(0).seq()) == 0)) {
                next.add(candidate);
            }
        }
        return next;
    }

    /** Whether the second comes right after the first, by {@code seq}, then id. */
    public boolean adjoins(Step first, Step second) {
        int at = steps.indexOf(first);
        return at >= 0 && at + 1 < steps.size() && steps.get(at + 1).equals(second);
    }

    /** Steps that take an item from one of another team, by {@code seq}, then id. */
    public List<Step> teamChanges() {
        List<Step> taking = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            if (!Objects.equals(steps.get(i - 1).teamId(), steps.get(i).teamId())) {
                taking.add(steps.get(i));
            }
        }
        return taking;
    }

    /** The known waits into {@link #teamChanges()}, where the order of the steps is known. */
    public List<Wait> teamChangeWaits() {
        return ordered()
                ? teamChanges().stream()
                        .flatMap(step -> waitInto(step.id()).stream())
                        .toList()
                : List.of();
    }

    /** There is one for each workflow. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return workflowId.hashCode();
    }

    private Load loaded(Step step) {
        Wait wait = waits.get(step.id());
        BigDecimal work = Objects.requireNonNull(step.processTimeH());
        return new Load(step, wait == null ? work : work.add(wait.hours()), wait != null);
    }

    /** The larger of what a step and the handoffs into it say, as they describe the same interval; of equals the step's, then by id. */
    private static Map<String, Wait> waits(String workflowId, List<Step> steps, Collection<Handoff> handoffs) {
        Map<String, Wait> waits = new HashMap<>();
        for (Step step : steps) {
            if (step.waitBeforeH() != null) {
                waits.put(step.id(), new Wait(workflowId, step.id(), step.waitBeforeH(), step));
            }
        }
        for (Handoff handoff : handoffs) {
            if (handoff.waitH() != null) {
                Wait own = new Wait(workflowId, handoff.toStepId(), handoff.waitH(), handoff);
                waits.merge(handoff.toStepId(), own, Flow::longer);
            }
        }
        return waits;
    }

    private static Wait longer(Wait known, Wait own) {
        int more = own.hours().compareTo(known.hours());
        boolean first = known.from() instanceof Handoff other
                && ((Handoff) own.from()).fromStepId().compareTo(other.fromStepId()) < 0;
        return more > 0 || more == 0 && first ? own : known;
    }
}
