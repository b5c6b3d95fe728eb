package org.throughline.facts.derived;

import java.util.Comparator;
import java.util.List;
import org.throughline.facts.Step;
import org.throughline.facts.Texts;

/**
 * What {@code steps(...)} in a rule says of several steps.
 *
 * @param list by {@code seq}, then id; those without a known {@code seq} last
 */
public record Steps(List<Step> list) {

    private static final Comparator<Step> IN_ORDER = Comparator.comparing(
                    Step::seq, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Step::id, Texts.BY_CODE_POINT);

    public Steps {
        list = list.stream().sorted(IN_ORDER).toList();
    }

    public int size() {
        return list.size();
    }

    /** True if all are one and the same step. */
    public boolean same() {
        return list.stream().distinct().count() == 1;
    }

    /** @throws IndexOutOfBoundsException if there is none */
    public Step first() {
        return list.get(0);
    }
}
