package org.throughline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an item passes from one step to another. */
public record Handoff(
        Origin origin,
        String workflowId,
        String fromStepId,
        String toStepId,
        @Nullable BigDecimal waitH,
        @Nullable String nextActor,
        @Nullable Channel channel,
        @Nullable LocalDate changedOn)
        implements Fact {

    /** From values in the order of {@link Kind#HANDOFF}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Handoff of(Origin origin, @Nullable Object[] v) {
        return new Handoff(
                origin,
                (String) v[0],
                (String) v[1],
                (String) v[2],
                (BigDecimal) v[3],
                (String) v[4],
                (Channel) v[5],
                (LocalDate) v[6]);
    }

    @Override
    public Kind factKind() {
        return Kind.HANDOFF;
    }

    @Override
    public String key() {
        return workflowId + "/" + fromStepId + "->" + toStepId;
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> workflowId;
            case 1 -> fromStepId;
            case 2 -> toStepId;
            case 3 -> waitH;
            case 4 -> nextActor;
            case 5 -> channel;
            case 6 -> changedOn;
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
