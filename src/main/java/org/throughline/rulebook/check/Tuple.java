package org.throughline.rulebook.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Threshold;

/**
 * Facts that a rule's first conditions match together.
 *
 * @param variables bound so far, by name with the dollar; a value may be null
 * @param limits the thresholds that variables were taken from
 * @param reached whether the subject is among them
 */
record Tuple(Map<String, Object> variables, Map<String, Threshold> limits, boolean reached) {

    static final Tuple EMPTY = new Tuple(Map.of(), Map.of(), false);

    Tuple with(Map<String, Object> bound, @Nullable Object fact, boolean nowReached) {
        Map<String, Object> all = new HashMap<>(variables);
        all.putAll(bound);
        Map<String, Threshold> sources = new HashMap<>(limits);
        if (fact instanceof Threshold threshold) {
            bound.keySet().forEach(variable -> sources.put(variable, threshold));
        }
        return new Tuple(all, sources, reached || nowReached);
    }
}
