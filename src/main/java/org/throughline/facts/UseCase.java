package org.throughline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A use of AI that somebody tries, runs or has made the standard. */
public record UseCase(
        Origin origin,
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String teamId,
        @Nullable String workflowId,
        @Nullable String stepId,
        @Nullable Stage stage,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate validatedOn,
        @Nullable LocalDate plannedEndOn,
        @Nullable String pilotOwnerId,
        @Nullable String outcomeOwnerId,
        @Nullable String sponsorId,
        @Nullable String vendor,
        @Nullable String tool,
        @Nullable String domain,
        @Nullable String successMeasure,
        @Nullable MeasureScope measureScope,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal current,
        @Nullable String unit,
        @Nullable BigDecimal hoursSavedPerItem)
        implements Fact {

    /** From values in the order of {@link Kind#USE_CASE}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static UseCase of(Origin origin, @Nullable Object[] v) {
        return new UseCase(
                origin,
                (String) v[0],
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (Stage) v[6],
                (LocalDate) v[7],
                (LocalDate) v[8],
                (LocalDate) v[9],
                (String) v[10],
                (String) v[11],
                (String) v[12],
                (String) v[13],
                (String) v[14],
                (String) v[15],
                (String) v[16],
                (MeasureScope) v[17],
                (BigDecimal) v[18],
                (BigDecimal) v[19],
                (BigDecimal) v[20],
                (String) v[21],
                (BigDecimal) v[22]);
    }

    @Override
    public Kind factKind() {
        return Kind.USE_CASE;
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
            case 2 -> description;
            case 3 -> teamId;
            case 4 -> workflowId;
            case 5 -> stepId;
            case 6 -> stage;
            case 7 -> startedOn;
            case 8 -> validatedOn;
            case 9 -> plannedEndOn;
            case 10 -> pilotOwnerId;
            case 11 -> outcomeOwnerId;
            case 12 -> sponsorId;
            case 13 -> vendor;
            case 14 -> tool;
            case 15 -> domain;
            case 16 -> successMeasure;
            case 17 -> measureScope;
            case 18 -> baseline;
            case 19 -> target;
            case 20 -> current;
            case 21 -> unit;
            case 22 -> hoursSavedPerItem;
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
