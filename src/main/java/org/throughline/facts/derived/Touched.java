package org.throughline.facts.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Workflow;

/**
 * A workflow with at least one live use case.
 *
 * @param firstStart the earliest known start of those, or null where none is known
 */
public record Touched(
        Workflow workflow, String workflowId, @Nullable LocalDate firstStart) {

    public Touched(Workflow workflow, @Nullable LocalDate firstStart) {
        this(workflow, workflow.id(), firstStart);
    }
}
