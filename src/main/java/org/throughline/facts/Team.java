package org.throughline.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A team, department or other unit. */
public record Team(
        Origin origin,
        String id,
        @Nullable String name,
        @Nullable String parentId,
        @Nullable String leadId,
        @Nullable BigDecimal headcount,
        @Nullable BigDecimal initiativeCapacity)
        implements Fact {

    /** From values in the order of {@link Kind#TEAM}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Team of(Origin origin, @Nullable Object[] v) {
        return new Team(
                origin, (String) v[0], (String) v[1], (String) v[2], (String) v[3], (BigDecimal) v[4], (BigDecimal)
                        v[5]);
    }

    @Override
    public Kind factKind() {
        return Kind.TEAM;
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
            case 2 -> parentId;
            case 3 -> leadId;
            case 4 -> headcount;
            case 5 -> initiativeCapacity;
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
