package org.throughline.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something recorded that slows work down or blocks use cases. */
public record Friction(
        Origin origin,
        String id,
        @Nullable FrictionKind kind,
        @Nullable String description,
        @Nullable String workflowId,
        @Nullable String stepId,
        @Nullable String ownerId,
        @Nullable LocalDate recordedOn,
        @Nullable LocalDate removedOn,
        List<String> useCaseIds)
        implements Fact {

    /** From values in the order of {@link Kind#FRICTION}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Friction of(Origin origin, @Nullable Object[] v) {
        return new Friction(
                origin,
                (String) v[0],
                (FrictionKind) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (LocalDate) v[6],
                (LocalDate) v[7],
                Fact.texts(v[8]));
    }

    @Override
    public Kind factKind() {
        return Kind.FRICTION;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String label() {
        return description == null ? key() : description;
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> id;
            case 1 -> kind;
            case 2 -> description;
            case 3 -> workflowId;
            case 4 -> stepId;
            case 5 -> ownerId;
            case 6 -> recordedOn;
            case 7 -> removedOn;
            case 8 -> useCaseIds;
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
