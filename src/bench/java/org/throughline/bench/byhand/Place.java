package org.throughline.bench.byhand;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Decision;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Step;
import org.throughline.facts.Texts;
import org.throughline.facts.Workflow;

/** A workflow with what hangs on it and, once {@link #measure} was called, its figures; null where unknown. */
final class Place {

    private static final Comparator<Step> BY_ORDER =
            Comparator.comparing(Step::seq).thenComparing(Step::id, Texts.BY_CODE_POINT);

    final Workflow fact;
    final List<Case> cases = new ArrayList<>(4);
    final List<Step> steps = new ArrayList<>(8);
    final Map<String, Step> stepsById = new HashMap<>();
    final List<Handoff> handoffs = new ArrayList<>(8);
    final List<Decision> decisions = new ArrayList<>(1);
    final List<Responsibility> responsibilities = new ArrayList<>(4);
    final List<Friction> frictions = new ArrayList<>(1);

    /** Waits into steps by their id. */
    final Map<String, BigDecimal> waits = new HashMap<>();

    @Nullable
    BigDecimal processTime;

    @Nullable
    BigDecimal leadTime;

    /** In order, or null where the order is unknown. */
    @Nullable
    List<Step> order;

    @Nullable
    Step constraint;

    boolean touched;

    Place(Workflow fact) {
        this.fact = fact;
    }

    void measure(boolean knowsSteps) {
        touched = cases.stream().anyMatch(each -> each.live);
        for (Step step : steps) {
            wait(step.id(), step.waitBeforeH());
        }
        for (Handoff handoff : handoffs) {
            wait(handoff.toStepId(), handoff.waitH());
        }
        processTime = knowsSteps ? processTime() : null;
        leadTime = fact.leadTimeH() != null || steps.isEmpty() || processTime == null
                ? fact.leadTimeH()
                : processTime.add(waits());
        order = knowsSteps ? order() : null;
        constraint = constraint();
    }

    private void wait(String step, @Nullable BigDecimal hours) {
        if (hours != null) {
            waits.merge(step, hours, BigDecimal::max);
        }
    }

    private @Nullable BigDecimal processTime() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : steps) {
            if (step.processTimeH() == null) {
                return null;
            }
            sum = sum.add(step.processTimeH());
        }
        return sum;
    }

    private BigDecimal waits() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : steps) {
            BigDecimal wait = waits.get(step.id());
            sum = wait == null ? sum : sum.add(wait);
        }
        return sum;
    }

    private @Nullable List<Step> order() {
        for (Step step : steps) {
            if (step.seq() == null) {
                return null;
            }
        }
        List<Step> sorted = new ArrayList<>(steps);
        sorted.sort(BY_ORDER);
        return sorted;
    }

    private @Nullable Step constraint() {
        boolean allLimited = !steps.isEmpty();
        for (Step step : steps) {
            allLimited &= step.capacityPerMonth() != null;
        }
        if (!allLimited && processTime == null) {
            return null;
        }
        Step found = null;
        boolean tie = false;
        for (Step step : order == null ? steps : order) {
            int more = found == null
                    ? 1
                    : allLimited
                            ? found.capacityPerMonth().compareTo(step.capacityPerMonth())
                            : timeAtLeast(step).compareTo(timeAtLeast(found));
            tie = more == 0 || more < 0 && tie;
            found = more > 0 ? step : found;
        }
        return tie && order == null ? null : found;
    }

    private BigDecimal timeAtLeast(Step step) {
        return step.processTimeH().add(waits.getOrDefault(step.id(), BigDecimal.ZERO));
    }

    /** Process time and wait into it together. */
    @Nullable
    BigDecimal timeAt(Step step) {
        BigDecimal wait = waits.get(step.id());
        return wait == null || step.processTimeH() == null
                ? null
                : step.processTimeH().add(wait);
    }
}
