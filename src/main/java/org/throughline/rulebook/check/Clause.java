package org.throughline.rulebook.check;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.ReadRule.ReadPattern;

/** What stands between {@code when} and {@code then}, as it is nested. */
sealed interface Clause {

    /** A fact, given, derived, or taken from a value, with its conditions. */
    record Match(ReadPattern pattern) implements Clause {}

    /** All of them, one after the other. */
    record All(List<Clause> parts) implements Clause {}

    /** One of them at least. */
    record Any(List<Clause> parts) implements Clause {}

    record Absent(Clause of) implements Clause {}

    record Present(Clause of) implements Clause {}

    /**
     * All facts that match, summarised.
     *
     * @param result with the conditions on the results; of one without a type the pattern has none
     */
    record Summary(Clause gathered, List<Function> functions, ReadPattern result) implements Clause {}

    /**
     * A summary of one variable.
     *
     * @param type of this program's functions; null of those that every rule has
     * @param result the variable that the result is bound to, or null where the pattern is the result
     */
    record Function(
            String name,
            @Nullable Class<?> type,
            String variable,
            @Nullable String result) {}

    /** Directly below. */
    default List<Clause> below() {
        if (this instanceof All it) {
            return it.parts();
        }
        if (this instanceof Any it) {
            return it.parts();
        }
        if (this instanceof Absent it) {
            return List.of(it.of());
        }
        if (this instanceof Present it) {
            return List.of(it.of());
        }
        return this instanceof Summary it ? List.of(it.gathered()) : List.of();
    }

    /** Every pattern in it, in the order of the text, a summary's own after what it gathers. */
    default Stream<ReadPattern> patterns() {
        Stream<ReadPattern> inside = below().stream().flatMap(Clause::patterns);
        if (this instanceof Match it) {
            return Stream.of(it.pattern());
        }
        return this instanceof Summary it ? Stream.concat(inside, Stream.of(it.result())) : inside;
    }

    /** Where its text begins. */
    default int from() {
        return patterns().mapToInt(ReadPattern::from).min().orElse(0);
    }

    /** Where its text ends. */
    default int to() {
        return patterns().mapToInt(ReadPattern::to).max().orElse(0);
    }
}
