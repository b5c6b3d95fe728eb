package org.throughline.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Fact;
import org.throughline.facts.Handoff;
import org.throughline.facts.Step;
import org.throughline.facts.Workflow;
import org.throughline.facts.derived.Flow;

/** Collects steps and handoffs by workflow, so that rules need not join them one by one. */
final class Flows {

    private static final class Lists {
        private final List<Step> steps = new ArrayList<>();
        private final List<Handoff> handoffs = new ArrayList<>();
    }

    private final Map<String, Lists> byWorkflow = new LinkedHashMap<>();

    private Flows() {}

    /** One for each workflow that is among these facts, or that a step or handoff among them names. */
    static List<Flow> of(Iterable<Fact> facts) {
        Flows flows = new Flows();
        facts.forEach(flows::take);
        List<Flow> all = new ArrayList<>(flows.byWorkflow.size());
        flows.byWorkflow.forEach((id, lists) -> all.add(Flow.of(id, lists.steps, lists.handoffs)));
        return all;
    }

    private void take(Fact fact) {
        if (fact instanceof Workflow workflow) {
            of(workflow.id());
        } else if (fact instanceof Step step) {
            of(step.workflowId()).steps.add(step);
        } else if (fact instanceof Handoff handoff) {
            of(handoff.workflowId()).handoffs.add(handoff);
        }
    }

    private Lists of(String workflowId) {
        return byWorkflow.computeIfAbsent(workflowId, id -> new Lists());
    }
}
