package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;

/**
 * How often an item changes teams on its way through a touched workflow; there only where order and all teams are known.
 *
 * @param pairs how often it could: one less than there are steps
 * @param steps number of steps
 */
public record TeamChanges(String workflowId, BigDecimal changes, BigDecimal pairs, BigDecimal steps, Flow flow)
        implements Derived {

    public TeamChanges(Flow flow) {
        this(
                flow.workflowId(),
                BigDecimal.valueOf(flow.teamChanges().size()),
                BigDecimal.valueOf(flow.size() - 1L),
                BigDecimal.valueOf(flow.size()),
                flow);
    }

    @Override
    public List<Cell> cells() {
        return flow.steps().stream().map(step -> step.cell("team_id")).toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("team changes", changes, ""), new Figure("steps", steps, ""));
    }
}
