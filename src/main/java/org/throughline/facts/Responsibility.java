package org.throughline.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who is responsible, accountable, consulted or informed in a workflow or a step of it. */
public record Responsibility(
        Origin origin,
        String workflowId,
        @Nullable String stepId,
        @Nullable String role,
        @Nullable String teamId,
        @Nullable Assignment assignment,
        @Nullable String measuredBy,
        @Nullable LocalDate updatedOn)
        implements Fact {

    /** From values in the order of {@link Kind#RESPONSIBILITY}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Responsibility of(Origin origin, @Nullable Object[] v) {
        return new Responsibility(
                origin,
                (String) v[0],
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (Assignment) v[4],
                (String) v[5],
                (LocalDate) v[6]);
    }

    @Override
    public Kind factKind() {
        return Kind.RESPONSIBILITY;
    }

    @Override
    public String key() {
        return workflowId + "#" + origin.row();
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> workflowId;
            case 1 -> stepId;
            case 2 -> role;
            case 3 -> teamId;
            case 4 -> assignment;
            case 5 -> measuredBy;
            case 6 -> updatedOn;
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
