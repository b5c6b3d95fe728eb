package org.throughline.advice;

import java.util.List;

/**
 * What a change of rules does to the advice on given facts.
 *
 * @param edits what is different in the rules, in words, sorted
 * @param changes what is different in the advice: findings by id, then recommendations by rank, those that vanish last
 */
public record Effect(List<String> edits, List<Change> changes) {

    public Effect {
        edits = List.copyOf(edits);
        changes = List.copyOf(changes);
    }

    public List<Change> of(Change.Part part) {
        return changes.stream().filter(change -> change.part() == part).toList();
    }
}
