package org.throughline.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Missing;

/**
 * One row of an inventory. A value that is null is absent or unknown; {@link #absent(String)} and {@link #unknown(String)} tell which.
 * Attributes are named as their columns are: {@code outcome_owner_id}.
 */
public sealed interface Fact
        permits UseCase, Workflow, Step, Handoff, Team, Person, Decision, Adoption, Responsibility, Friction, Measure {

    /** From values in the order of the kind's attributes; null where absent or unknown, as {@code origin} says. */
    static Fact of(Kind kind, Origin origin, @Nullable Object[] values) {
        return switch (kind) {
            case USE_CASE -> UseCase.of(origin, values);
            case WORKFLOW -> Workflow.of(origin, values);
            case STEP -> Step.of(origin, values);
            case HANDOFF -> Handoff.of(origin, values);
            case TEAM -> Team.of(origin, values);
            case PERSON -> Person.of(origin, values);
            case DECISION -> Decision.of(origin, values);
            case ADOPTION -> Adoption.of(origin, values);
            case RESPONSIBILITY -> Responsibility.of(origin, values);
            case FRICTION -> Friction.of(origin, values);
            case MEASURE -> Measure.of(origin, values);
        };
    }

    Origin origin();

    Kind factKind();

    /** The subject id: the fact's id; {@code workflow/step} for a step, {@code workflow/from->to} for a handoff. */
    String key();

    /** What people call it: its name where it has one, else its id. */
    default String label() {
        return key();
    }

    /** The value of the attribute at that position of {@link Kind#attributes()}, or null. */
    @Nullable
    Object value(int attribute);

    /** True if the row exists; false for what is only referred to by other rows, of which nothing is known but the id. */
    default boolean listed() {
        return origin().listed();
    }

    default boolean known(String attribute) {
        return origin().isKnown(factKind().attribute(attribute));
    }

    /** Known to be missing: nobody is named, nothing was recorded. */
    default boolean absent(String attribute) {
        return origin().isAbsent(factKind().attribute(attribute));
    }

    /** Nobody can tell: no such file, no such column, or the cell says so or could not be read. */
    default boolean unknown(String attribute) {
        return origin().isUnknown(factKind().attribute(attribute));
    }

    /**
     * Which of these attributes are unknown, as what would have to be known to judge this fact. An absent number is one of them: nothing can be
     * compared with it. What is not applicable is not: there is nothing to collect.
     */
    default Missing missing(String... attributes) {
        List<String> names = new ArrayList<>();
        for (String attribute : attributes) {
            Attribute column = factKind().attribute(attribute);
            boolean noNumber = column.type().isNumber() && origin().isAbsent(column);
            if (noNumber || origin().isUnknown(column) && !origin().isNotApplicable(column)) {
                names.add(column.qualifiedName());
            }
        }
        return new Missing(key(), names);
    }

    /** This fact as one that cannot be judged without the given files and columns. */
    default Missing lacks(String... names) {
        return new Missing(key(), List.of(names));
    }

    /** The attribute with its value and the place it was read from: evidence. */
    default Cell cell(String attribute) {
        return new Cell(this, factKind().attribute(attribute));
    }

    /** Values of a list column, empty where the list is absent or unknown. */
    @SuppressWarnings("unchecked")
    static List<String> texts(@Nullable Object list) {
        return list == null ? List.of() : (List<String>) list;
    }
}
