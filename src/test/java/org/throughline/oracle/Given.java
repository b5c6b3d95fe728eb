package org.throughline.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;

/** What a row says of one attribute, in three values. A fact that is null has no row: all of it is unknown. */
final class Given {

    private Given() {}

    /** Known, absent or unknown as true, false or unknown: is anybody named, was anything recorded? */
    static Truth named(@Nullable Fact fact, String column) {
        if (fact == null || fact.unknown(column)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(!fact.absent(column));
    }

    static Truth absent(@Nullable Fact fact, String column) {
        return named(fact, column).not();
    }

    static Truth is(@Nullable Fact fact, String column, Object... oneOf) {
        Truth named = named(fact, column);
        return fact != null && named.isTrue() ? Truth.of(List.of(oneOf).contains(value(fact, column))) : named;
    }

    /** The comparison of a date; false of an absent one. */
    static Truth date(@Nullable Fact fact, String column, Predicate<LocalDate> comparison) {
        Truth named = named(fact, column);
        return fact != null && named.isTrue() ? Truth.of(comparison.test((LocalDate) value(fact, column))) : named;
    }

    /** Whether a list holds the text; an absent list holds nothing. */
    static Truth lists(Fact fact, String column, String text) {
        Truth named = named(fact, column);
        return named.isTrue() ? Truth.of(Fact.texts(value(fact, column)).contains(text)) : named;
    }

    private static Object value(Fact fact, String column) {
        Object value = fact.value(fact.factKind().attribute(column).index());
        if (value == null) {
            throw new IllegalStateException(fact.key() + " has no " + column + ", and does not say that it is absent");
        }
        return value;
    }
}
