package org.throughline.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Diagnostic;

/**
 * What is followed over time, of one snapshot by one rule book: small, so that a hundred of them are read at once.
 *
 * @param recommendations how many of each tier
 */
public record Figures(Health health, Pace pace, int findings, Map<String, Integer> recommendations) {

    public Figures {
        recommendations = new TreeMap<>(recommendations);
    }

    /**
     * @param weights of diagnostics in the score
     * @param window days from its start in which a use case becomes the standard, to count as converted
     * @param cohort days of starts that are looked at
     * @param deciding kinds of recommendation that ask for a decision on a proof
     */
    public record Measures(List<ScaleHealth.Weight> weights, int window, int cohort, Set<String> deciding) {}

    public static Figures of(Portfolio facts, Advice advice, List<Diagnostic> diagnostics, Measures measures) {
        Map<String, Integer> tiers = new TreeMap<>();
        advice.recommendations().forEach(it -> tiers.merge(it.tier().name(), 1, Integer::sum));
        Pacing pacing = new Pacing(facts, advice);
        return new Figures(
                ScaleHealth.of(facts, advice, measures.weights(), diagnostics),
                pacing.pace(measures.window(), measures.cohort()),
                advice.findings().size(),
                tiers);
    }

    /** The proofs that wait for a decision, the longest first. */
    public static List<DecisionCard> waiting(Portfolio facts, Advice advice, Measures measures) {
        return new DecisionClock(facts, advice, new Pacing(facts, advice), measures.deciding()).waiting();
    }
}
