package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Step;

/** What steps and handoffs are called, by their keys; of the workflows that somebody asks about. May be shared by threads. */
final class FlowNames {

    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, List<Handoff>> handoffs = new HashMap<>();
    private final Map<String, Map<String, String>> byWorkflow = new ConcurrentHashMap<>();

    FlowNames(Portfolio portfolio) {
        portfolio
                .steps()
                .forEach(step -> steps.computeIfAbsent(step.workflowId(), key -> new ArrayList<>(8))
                        .add(step));
        portfolio
                .handoffs()
                .forEach(handoff -> handoffs.computeIfAbsent(handoff.workflowId(), key -> new ArrayList<>(8))
                        .add(handoff));
    }

    /** The name of {@code workflow/step} or {@code workflow/from->to}, or the key itself; ids may have slashes. */
    String of(String key) {
        for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
            String name = byWorkflow
                    .computeIfAbsent(key.substring(0, slash), this::names)
                    .get(key);
            if (name != null) {
                return name;
            }
        }
        return key;
    }

    private Map<String, String> names(String workflow) {
        Map<String, String> names = new HashMap<>();
        for (Step step : steps.getOrDefault(workflow, List.of())) {
            names.put(workflow + "/" + step.id(), step.label());
        }
        for (Handoff handoff : handoffs.getOrDefault(workflow, List.of())) {
            String from = names.getOrDefault(workflow + "/" + handoff.fromStepId(), handoff.fromStepId());
            String to = names.getOrDefault(workflow + "/" + handoff.toStepId(), handoff.toStepId());
            names.put(handoff.key(), from + " → " + to);
        }
        return names;
    }
}
