package org.throughline.rulebook.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it was read.
 *
 * @param said its {@code @name("value")} lines
 * @param conditions as they are nested
 * @param patterns in the order of the text, those inside {@code not}, {@code exists} and {@code accumulate} included
 * @param consequence its statements
 * @param makes types of the facts that it derives
 * @param sound false where an error was found in it, so that nothing more can be concluded
 */
record ReadRule(
        String name,
        Source source,
        int from,
        int to,
        Map<String, Said> said,
        Clause conditions,
        List<ReadPattern> patterns,
        List<Expr> consequence,
        List<Class<?>> makes,
        boolean sound) {

    /** @param from of the {@code @}; {@code to} after the closing parenthesis */
    record Said(String value, int from, int to) {}

    /** Where in a rule a pattern stands. */
    enum Role {
        PLAIN,
        NOT,
        EXISTS,
        /** Inside an accumulate: summarised. */
        GATHERED,
        /** Taken from a value or a list. */
        FROM,
        /** What an accumulate makes. */
        SUMMARY
    }

    /**
     * @param type null where it is not known, or of an accumulate without one
     * @param source what a pattern of role FROM is taken from, where it could be read
     * @param part which {@code not}, {@code exists} or accumulate of the rule it belongs to; 0 for none
     */
    record ReadPattern(
            String typeName,
            @Nullable Class<?> type,
            @Nullable String binding,
            List<ReadCondition> conditions,
            Role role,
            int part,
            @Nullable Expr source,
            int from,
            int to) {}

    /** @param binding a variable that it binds, or null */
    record ReadCondition(@Nullable String binding, Expr expr) {

        /** False where it only binds a variable. */
        boolean isTest() {
            boolean test = expr instanceof Expr.Binary
                    || expr instanceof Expr.In
                    || expr instanceof Expr.Not
                    || expr instanceof Expr.Flag;
            return binding == null || test;
        }
    }

    /** A rule is itself alone: two of one text stand in two places, and comparing all that is in it takes long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** What it says of itself under that name, or an empty text. */
    String value(String annotation) {
        Said found = said.get(annotation);
        return found == null ? "" : found.value();
    }
}
