package org.throughline.facts.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Responsibility;

/**
 * All responsibilities in a workflow together, where there are any.
 *
 * @param all at least one
 */
public record Duties(String workflowId, List<Responsibility> all) {

    /** Those among these facts, by workflow. */
    public static List<Duties> of(Iterable<Fact> facts) {
        Map<String, List<Responsibility>> byWorkflow = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Responsibility one) {
                byWorkflow
                        .computeIfAbsent(one.workflowId(), workflow -> new ArrayList<>(4))
                        .add(one);
            }
        }
        List<Duties> duties = new ArrayList<>(byWorkflow.size());
        byWorkflow.forEach((workflow, all) -> duties.add(new Duties(workflow, all)));
        return duties;
    }

    public int size() {
        return all.size();
    }

    /** True if one of them is known to have been updated on that day or later. */
    public boolean updatedSince(LocalDate day) {
        return all.stream()
                .anyMatch(one -> one.updatedOn() != null && !one.updatedOn().isBefore(day));
    }

    /** True if one of them has that column filled in. */
    public boolean any(String attribute) {
        return all.stream().anyMatch(one -> one.known(attribute));
    }

    /** True if all of them are known to have nothing there. */
    public boolean allWithout(String attribute) {
        return all.stream().allMatch(one -> one.absent(attribute));
    }

    /** True if nobody can tell of one of them. */
    public boolean anyUnknown(String attribute) {
        return all.stream().anyMatch(one -> one.unknown(attribute));
    }

    /** That column of all of them: evidence. */
    public Collection<Cell> column(String attribute) {
        return all.stream().map(one -> one.cell(attribute)).toList();
    }

    /** There is one for each workflow. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return workflowId.hashCode();
    }
}
