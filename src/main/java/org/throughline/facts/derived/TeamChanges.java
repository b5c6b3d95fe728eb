package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;

/**
 * How often an item changes teams on its way through a touched workflow; there only where order and all teams are known.
 *
 * @param pairs how often it could: one less than there are steps
 * @param steps number of steps
 */
public record TeamChanges(String workflowId, BigDecimal changes, BigDecimal pairs, BigDecimal steps, StepOrder order)
        implements Derived {

    public TeamChanges(StepOrder order) {
        this(
                order.workflowId(),
                BigDecimal.valueOf(count(order)),
                BigDecimal.valueOf(order.steps().size() - 1L),
                BigDecimal.valueOf(order.steps().size()),
                order);
    }

    private static long count(StepOrder order) {
        return order.pairs().stream()
                .filter(pair ->
                        !Objects.equals(pair.first().teamId(), pair.second().teamId()))
                .count();
    }

    @Override
    public List<Cell> cells() {
        return order.steps().stream().map(step -> step.cell("team_id")).toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("team changes", changes, ""), new Figure("steps", steps, ""));
    }
}
