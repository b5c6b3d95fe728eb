package org.throughline.engine.recommending;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.SubjectType;

/**
 * A kind of recommendation, as {@code rules/advice/remedies.yaml} describes it.
 *
 * @param at the unit at which it is done
 * @param up units into which several of the kind may be folded
 * @param after kinds that must come first where they concern the same use cases
 * @param decider columns that may name who decides, the best first
 * @param ceiling whether the reason shows what the step alone can gain
 * @param folded how a fold counts what it concerns, or null where the words for all kinds are true of it
 * @param say texts for one place ({@code one}), for several ({@code many}) or for several at a type of unit ({@code team})
 * @param level 0 where nothing comes first, else one more than the highest of {@code after}
 */
record Remedy(
        String kind,
        SubjectType at,
        List<SubjectType> up,
        List<String> after,
        List<String> decider,
        boolean ceiling,
        @Nullable String folded,
        Map<String, Form> say,
        int level) {

    Form forOne() {
        return Objects.requireNonNull(say.get("one"));
    }

    Form forMany(SubjectType at) {
        return Objects.requireNonNull(say.getOrDefault(at.word(), say.get("many")));
    }

    Form named(String form) {
        return Objects.requireNonNull(say.get(form));
    }
}
