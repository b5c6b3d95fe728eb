package org.throughline.engine.functions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Step;
import org.throughline.facts.derived.Steps;

/** {@code steps($step)}: steps in their order. */
public final class StepsFunction extends Gathering<Step> {

    public StepsFunction() {
        super(Steps.class);
    }

    @Override
    Steps summary(List<@Nullable Step> values) {
        return new Steps(values.stream()
                .filter(Objects::nonNull)
                .map(step -> (Step) step)
                .toList());
    }
}
