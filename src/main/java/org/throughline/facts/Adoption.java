package org.throughline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team that works with a use case; one per use case and team. Further rows of the same pair add their variants. */
public record Adoption(
        Origin origin,
        String useCaseId,
        String teamId,
        @Nullable LocalDate since,
        @Nullable AdoptionMode mode,
        List<String> variants,
        @Nullable BigDecimal users,
        @Nullable BigDecimal eligibleUsers,
        @Nullable Boolean oldWayStillUsed)
        implements Fact {

    /** From values in the order of {@link Kind#ADOPTION}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Adoption of(Origin origin, @Nullable Object[] v) {
        return new Adoption(
                origin,
                (String) v[0],
                (String) v[1],
                (LocalDate) v[2],
                (AdoptionMode) v[3],
                Fact.texts(v[4]),
                (BigDecimal) v[5],
                (BigDecimal) v[6],
                (Boolean) v[7]);
    }

    @Override
    public Kind factKind() {
        return Kind.ADOPTION;
    }

    @Override
    public String key() {
        return useCaseId + "/" + teamId;
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> useCaseId;
            case 1 -> teamId;
            case 2 -> since;
            case 3 -> mode;
            case 4 -> variants;
            case 5 -> users;
            case 6 -> eligibleUsers;
            case 7 -> oldWayStillUsed;
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
