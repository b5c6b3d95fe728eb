package org.throughline.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about a use case or a workflow, when, by whom and for which teams. */
public record Decision(
        Origin origin,
        String id,
        @Nullable DecisionSubject subjectType,
        String subjectId,
        @Nullable DecisionKind kind,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedById,
        List<String> teamIds)
        implements Fact {

    /** From values in the order of {@link Kind#DECISION}'s attributes; null where absent or unknown, as {@code origin} says. */
    public static Decision of(Origin origin, @Nullable Object[] v) {
        return new Decision(
                origin,
                (String) v[0],
                (DecisionSubject) v[1],
                (String) v[2],
                (DecisionKind) v[3],
                (LocalDate) v[4],
                (String) v[5],
                Fact.texts(v[6]));
    }

    @Override
    public Kind factKind() {
        return Kind.DECISION;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public @Nullable Object value(int attribute) {
        return switch (attribute) {
            case 0 -> id;
            case 1 -> subjectType;
            case 2 -> subjectId;
            case 3 -> kind;
            case 4 -> decidedOn;
            case 5 -> decidedById;
            case 6 -> teamIds;
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
