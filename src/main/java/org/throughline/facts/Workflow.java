package org.throughline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value stream: how items of work get from a request to an outcome. */
public record Workflow(
        Origin origin,
        String id,
        @Nullable String name,
        @Nullable String ownerId,
        @Nullable String outcome,
        @Nullable BigDecimal itemsPerMonth,
        @Nullable BigDecimal leadTimeH,
        @Nullable LocalDate redesignedOn,
        @Nullable LocalDate standardDocumentedOn,
        @Nullable BigDecimal baselineLeadTimeH,
        @Nullable BigDecimal baselineSteps,
        @Nullable BigDecimal baselineHandoffs)
        implements Fact {

    /** From values in the order of {@link Kind#WORKFLOW}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Workflow of(Origin origin, @Nullable Object[] v) {
        return new Workflow(
                origin,
                (String) v[0],
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (BigDecimal) v[4],
                (BigDecimal) v[5],
                (LocalDate) v[6],
                (LocalDate) v[7],
                (BigDecimal) v[8],
                (BigDecimal) v[9],
                (BigDecimal) v[10]);
    }

    @Override
    public Kind factKind() {
        return Kind.WORKFLOW;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String label() {
        return name == null ? key() : name;
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> id;
            case 1 -> name;
            case 2 -> ownerId;
            case 3 -> outcome;
            case 4 -> itemsPerMonth;
            case 5 -> leadTimeH;
            case 6 -> redesignedOn;
            case 7 -> standardDocumentedOn;
            case 8 -> baselineLeadTimeH;
            case 9 -> baselineSteps;
            case 10 -> baselineHandoffs;
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
