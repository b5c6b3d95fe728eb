package org.throughline.facts;

import org.jspecify.annotations.Nullable;

/** Somebody who owns, leads or decides. */
public record Person(
        Origin origin,
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String teamId)
        implements Fact {

    /** From values in the order of {@link Kind#PERSON}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Person of(Origin origin, @Nullable Object[] v) {
        return new Person(origin, (String) v[0], (String) v[1], (String) v[2], (String) v[3], (String) v[4]);
    }

    @Override
    public Kind factKind() {
        return Kind.PERSON;
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
            case 2 -> email;
            case 3 -> role;
            case 4 -> teamId;
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
