package org.throughline.advice;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.findings.Threshold;

/**
 * What another value of a threshold would change.
 *
 * @param steps from the lowest value to the highest
 */
public record Sensitivity(Threshold threshold, List<Step> steps) {

    public Sensitivity {
        steps = List.copyOf(steps);
    }

    /** @param percent by which the value is another: -25, -10, 10 or 25; a whole number stays one, so it may be more */
    public record Step(int percent, BigDecimal value, List<Change> changes) {

        public Step {
            changes = List.copyOf(changes);
        }
    }

    public boolean changesNothing() {
        return steps.stream().allMatch(step -> step.changes().isEmpty());
    }
}
