package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Figure;
import org.throughline.facts.Workflow;

/**
 * A current figure of a workflow beside its baseline, both known.
 *
 * @param figure {@code steps}, {@code handoffs} or {@code lead time}
 * @param unit of both: {@code h}, or empty for a count
 */
public record Pair(
        Workflow workflow,
        String workflowId,
        String figure,
        BigDecimal current,
        BigDecimal baseline,
        String baselineColumn,
        String unit)
        implements Derived {

    public Pair(
            Workflow workflow,
            String figure,
            Number current,
            @Nullable BigDecimal baseline,
            String baselineColumn,
            String unit) {
        this(
                workflow,
                workflow.id(),
                figure,
                new BigDecimal(current.toString()),
                java.util.Objects.requireNonNull(baseline),
                baselineColumn,
                unit);
    }

    @Override
    public List<Cell> cells() {
        return List.of(workflow.cell(baselineColumn));
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(figure + " now", current, unit), new Figure(figure + " before", baseline, unit));
    }
}
