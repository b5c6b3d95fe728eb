package org.throughline.engine.functions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Likeness;

/** {@code alike($likeness)}: use cases among which duplicates can be told. */
public final class AlikeFunction extends Gathering<Likeness> {

    public AlikeFunction() {
        super(Alike.class);
    }

    @Override
    Alike summary(List<@Nullable Likeness> values) {
        return new Alike(values.stream()
                .filter(Objects::nonNull)
                .map(likeness -> (Likeness) likeness)
                .toList());
    }
}
