package org.throughline.facts.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Workflow;

/**
 * A workflow with at least one live use case.
 *
 * @param flow its steps and handoffs
 * @param firstStart the earliest known start of those, or null where none is known
 */
public record Touched(
        Workflow workflow,
        String workflowId,
        Flow flow,
        @Nullable LocalDate firstStart) {

    public Touched(Workflow workflow, Flow flow, @Nullable LocalDate firstStart) {
        this(workflow, workflow.id(), flow, firstStart);
    }
}
