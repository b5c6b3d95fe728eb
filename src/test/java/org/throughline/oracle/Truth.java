package org.throughline.oracle;

import java.util.Collection;
import java.util.stream.Stream;

/** Kleene's three values, least true first: {@code and} is the lesser of two, {@code or} the greater. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** True where the thing is known, else unknown: what is not known could be found out. */
    static Truth ifKnown(boolean known) {
        return known ? TRUE : UNKNOWN;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return values()[TRUE.ordinal() - ordinal()];
    }

    boolean isTrue() {
        return this == TRUE;
    }

    boolean isFalse() {
        return this == FALSE;
    }

    /** There is one; none among nothing. */
    static Truth any(Stream<Truth> truths) {
        return truths.reduce(FALSE, Truth::or);
    }

    /** Every one, if there are any at all. */
    static Truth all(Stream<Truth> truths) {
        return truths.reduce(TRUE, Truth::and);
    }

    /** At least so many are true. */
    static Truth atLeast(long limit, Collection<Truth> truths) {
        long certain = truths.stream().filter(Truth::isTrue).count();
        long possible = truths.stream().filter(truth -> !truth.isFalse()).count();
        return certain >= limit ? TRUE : possible >= limit ? UNKNOWN : FALSE;
    }
}
