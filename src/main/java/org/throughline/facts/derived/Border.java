package org.throughline.facts.derived;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Handoff;
import org.throughline.facts.UseCase;

/**
 * A handoff beside the step of a live use case that is not known to have changed since that use case started.
 *
 * @param waiting how long work waits there, or null where nobody knows
 * @param sure true where start and change are known, so that it is known to be as before
 */
public record Border(
        Handoff handoff,
        String workflowId,
        UseCase useCase,
        @Nullable Wait waiting,
        boolean sure) implements Derived {

    public Border(Handoff handoff, UseCase useCase, Flow flow) {
        this(handoff, handoff.workflowId(), useCase, flow.waits().get(handoff.toStepId()), isSure(handoff, useCase));
    }

    private static boolean isSure(Handoff handoff, UseCase useCase) {
        return !handoff.unknown("changed_on") && !useCase.unknown("started_on");
    }

    /** What would tell whether the handoff is as before. */
    public Missing missing() {
        List<String> names = new ArrayList<>(handoff.missing("changed_on").names());
        names.addAll(useCase.missing("started_on").names());
        return new Missing(handoff.key(), names);
    }

    @Override
    public List<Cell> cells() {
        return List.of(handoff.cell("changed_on"), useCase.cell("started_on"), useCase.cell("step_id"));
    }
}
