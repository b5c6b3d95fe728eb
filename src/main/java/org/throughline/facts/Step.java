package org.throughline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One step of a workflow. */
public record Step(
        Origin origin,
        String workflowId,
        String id,
        @Nullable BigDecimal seq,
        @Nullable String name,
        @Nullable String teamId,
        @Nullable String role,
        @Nullable StepKind kind,
        @Nullable BigDecimal processTimeH,
        @Nullable BigDecimal waitBeforeH,
        @Nullable BigDecimal pctCompleteAccurate,
        @Nullable BigDecimal capacityPerMonth,
        @Nullable LocalDate changedOn)
        implements Fact {

    /** From values in the order of {@link Kind#STEP}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Step of(Origin origin, @Nullable Object[] v) {
        return new Step(
                origin,
                (String) v[0],
                (String) v[1],
                (BigDecimal) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (StepKind) v[6],
                (BigDecimal) v[7],
                (BigDecimal) v[8],
                (BigDecimal) v[9],
                (BigDecimal) v[10],
                (LocalDate) v[11]);
    }

    @Override
    public Kind factKind() {
        return Kind.STEP;
    }

    @Override
    public String key() {
        return workflowId + "/" + id;
    }

    @Override
    public String label() {
        return name == null ? key() : name;
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> workflowId;
            case 1 -> id;
            case 2 -> seq;
            case 3 -> name;
            case 4 -> teamId;
            case 5 -> role;
            case 6 -> kind;
            case 7 -> processTimeH;
            case 8 -> waitBeforeH;
            case 9 -> pctCompleteAccurate;
            case 10 -> capacityPerMonth;
            case 11 -> changedOn;
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
