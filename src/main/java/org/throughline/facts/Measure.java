package org.throughline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A figure measured on a day. */
public record Measure(
        Origin origin,
        @Nullable MeasureSubject subjectType,
        String subjectId,
        @Nullable String metric,
        @Nullable LocalDate measuredOn,
        @Nullable BigDecimal value,
        @Nullable String unit)
        implements Fact {

    /** From values in the order of {@link Kind#MEASURE}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Measure of(Origin origin, @Nullable Object[] v) {
        return new Measure(
                origin,
                (MeasureSubject) v[0],
                (String) v[1],
                (String) v[2],
                (LocalDate) v[3],
                (BigDecimal) v[4],
                (String) v[5]);
    }

    @Override
    public Kind factKind() {
        return Kind.MEASURE;
    }

    @Override
    public String key() {
        return subjectId + "#" + origin.row();
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> subjectType;
            case 1 -> subjectId;
            case 2 -> metric;
            case 3 -> measuredOn;
            case 4 -> value;
            case 5 -> unit;
            default -> throw new IndexOutOfBoundsException(attribute);
        };
    }

    /** Facts are the same when they are the same row: two rows that say the same stay two facts. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
