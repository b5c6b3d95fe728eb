package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.throughline.facts.Step;

/** The steps of a touched workflow by {@code seq}, then id; there only where every {@code seq} is known. */
public record StepOrder(String workflowId, List<Step> steps) {

    public StepOrder {
        steps = List.copyOf(steps);
    }

    /** Each step with the one after it. */
    public List<Adjacent> pairs() {
        List<Adjacent> pairs = new ArrayList<>(steps.size());
        for (int i = 1; i < steps.size(); i++) {
            pairs.add(new Adjacent(workflowId, steps.get(i - 1), steps.get(i)));
        }
        return pairs;
    }

    /** True if every step names its team. */
    public boolean teamsKnown() {
        return steps.stream().allMatch(step -> step.teamId() != null);
    }

    /** The steps with the lowest {@code seq} above that of the given one; several where the work forks. */
    public List<Step> next(Step step) {
        BigDecimal from = Objects.requireNonNull(step.seq());
        List<Step> next = new ArrayList<>();
        for (Step candidate : steps) {
            boolean higher = candidate.seq().compareTo(from) > 0;
            if (higher
                    && (next.isEmpty() || candidate.seq().compareTo(next.get(0).seq()) == 0)) {
                next.add(candidate);
            }
        }
        return next;
    }
}
