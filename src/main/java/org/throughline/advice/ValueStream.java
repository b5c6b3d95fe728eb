package org.throughline.advice;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A touched workflow as value stream mapping draws it: where its lead time goes, and the most that a use case on one of its steps can
 * gain.
 *
 * @param leadTimeH hours, or null where unknown
 * @param steps in their order where it is known, else by id
 * @param ceilings for each live use case on a step
 */
public record ValueStream(
        String workflowId, String name, @Nullable BigDecimal leadTimeH, List<StepTime> steps, List<Ceiling> ceilings) {

    public ValueStream {
        steps = List.copyOf(steps);
        ceilings = List.copyOf(ceilings);
    }

    /** A step with the hours worked on an item in it and waited before it; null where unknown. */
    public record StepTime(
            String stepId,
            String name,
            @Nullable String team,
            @Nullable BigDecimal processTimeH,
            @Nullable BigDecimal waitH,
            boolean constraint) {}

    /**
     * The local-gain ceiling: however good the use case, the workflow's lead time cannot shrink by more than its step's process time.
     *
     * @param share process time of the step / lead time, 0..1, rounded to four digits
     */
    public record Ceiling(String useCaseId, String useCaseName, String stepId, BigDecimal share) {}
}
