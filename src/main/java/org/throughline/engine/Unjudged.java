package org.throughline.engine;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Gaps;

/** Which subjects a rule could not judge, and what is missing for each: a logical fact. */
public record Unjudged(String diagnostic, String rule, Gaps gaps) {

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
