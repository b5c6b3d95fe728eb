package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;
import org.throughline.facts.Step;

/**
 * An approval step that is as it was before the first use case on its workflow started.
 *
 * @param hours its process time plus the wait into it, or null where one of them is not known
 */
public record StandingApproval(
        String workflowId,
        String stepId,
        Step step,
        Flow flow,
        @Nullable BigDecimal hours) implements Derived {

    public StandingApproval(Step step, Flow flow) {
        this(step.workflowId(), step.id(), step, flow, hours(step, flow));
    }

    private static @Nullable BigDecimal hours(Step step, Flow flow) {
        return flow.load(step.id()).stream()
                .filter(Load::whole)
                .map(Load::hours)
                .findAny()
                .orElse(null);
    }

    /** Whether it comes right after that step. */
    public boolean follows(Step other) {
        return flow.adjoins(other, step);
    }

    @Override
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(List.of(step.cell("kind"), step.cell("changed_on")));
        if (hours != null) {
            cells.add(step.cell("process_time_h"));
        }
        return cells;
    }

    @Override
    public List<Figure> figures() {
        return hours == null ? List.of() : List.of(new Figure("time at " + step.label(), hours, "h"));
    }
}
