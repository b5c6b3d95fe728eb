package org.throughline.facts;

import org.jspecify.annotations.Nullable;

/**
 * One column of a kind of fact.
 *
 * @param index position among the attributes of its kind, from 0; the bit of {@link Origin}'s masks
 * @param name the column's canonical name, as in the CSV header: {@code started_on}
 * @param required whether a fact without it is reported
 * @param refersTo the kind whose ids the column holds, or null
 * @param choices the enumeration of a {@link AttributeType#CHOICE}, else null
 */
public record Attribute(
        Kind kind,
        int index,
        String name,
        AttributeType type,
        boolean required,
        @Nullable Kind refersTo,
        @Nullable Class<? extends Enum<?>> choices) {

    /** File and column as people write it: {@code use_cases.started_on}. */
    public String qualifiedName() {
        return kind.table() + "." + name;
    }

    long bit() {
        return 1L << index;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
