package org.throughline.engine;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Handoff;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** Where in the flow of work a subject is, so that a rule can join a finding about it with what passes there. */
record Spot(@Nullable String workflowId, @Nullable String stepId) {

    static final Spot NOWHERE = new Spot(null, null);

    static Spot of(Fact subject) {
        if (subject instanceof UseCase useCase) {
            return new Spot(useCase.workflowId(), useCase.stepId());
        } else if (subject instanceof Workflow workflow) {
            return new Spot(workflow.id(), null);
        } else if (subject instanceof Step step) {
            return new Spot(step.workflowId(), step.id());
        } else if (subject instanceof Handoff handoff) {
            return new Spot(handoff.workflowId(), handoff.toStepId());
        }
        return NOWHERE;
    }
}
