package org.throughline.engine.functions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.All;

/** {@code all($x)}: everything that is known of it. */
public final class AllFunction extends Gathering<Object> {

    public AllFunction() {
        super(All.class);
    }

    @Override
    All summary(List<@Nullable Object> values) {
        return new All(values.stream().filter(Objects::nonNull).toList());
    }
}
