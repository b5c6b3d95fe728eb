package org.throughline.facts.derived;

import org.throughline.facts.Step;

/**
 * The one step that all active use cases of a workflow are on, of those whose step is known.
 *
 * @param useCases how many they are
 */
public record Focus(String workflowId, String stepId, Step step, int useCases) {

    /** Of the step of each use case, all the same. */
    public Focus(Steps steps) {
        this(steps.first().workflowId(), steps.first().id(), steps.first(), steps.size());
    }
}
