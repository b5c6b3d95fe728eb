package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;
import org.throughline.facts.Workflow;

/**
 * Hours from start to end of an item in a touched workflow.
 *
 * @param stated true where the inventory gives it; false where it is the sum of process times and known waits
 * @param from the workflow, whose cell gives it, or the time worked that it was summed from
 */
public record LeadTime(String workflowId, BigDecimal hours, boolean stated, Object from) implements Derived {

    public LeadTime(Workflow workflow) {
        this(workflow.id(), java.util.Objects.requireNonNull(workflow.leadTimeH()), true, workflow);
    }

    public LeadTime(WorkTime worked, BigDecimal waits) {
        this(worked.workflowId(), worked.hours().add(waits), false, worked);
    }

    @Override
    public List<Cell> cells() {
        return from instanceof Workflow workflow ? List.of(workflow.cell("lead_time_h")) : ((WorkTime) from).cells();
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(stated ? "lead time" : "lead time (summed from its steps)", hours, "h"));
    }
}
