package org.throughline.rulebook.check;

import java.util.IdentityHashMap;
import java.util.Map;
import org.throughline.facts.Fact;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Call;
import org.throughline.rulebook.check.Expr.In;
import org.throughline.rulebook.check.Expr.Not;
import org.throughline.rulebook.check.Expr.Null;
import org.throughline.rulebook.check.Expr.Text;

/** How often each condition was seen true, false, and unknown, as it was tried on facts. */
final class Seen {

    /** Nobody looks. */
    static final Seen NOBODY = new Seen();

    /** How often. */
    static final class Times {
        int holds;
        int fails;
        int unknown;
    }

    private final Map<Expr, Times> conditions = new IdentityHashMap<>();
    private final Map<Clause, Times> clauses = new IdentityHashMap<>();

    void condition(Expr condition, boolean holds, Values values) {
        if (this != NOBODY) {
            count(conditions.computeIfAbsent(condition, key -> new Times()), holds, isUnknown(condition, values));
        }
    }

    /** A {@code not} or {@code exists}. */
    void clause(Clause clause, boolean holds) {
        if (this != NOBODY) {
            count(clauses.computeIfAbsent(clause, key -> new Times()), holds, false);
        }
    }

    private static void count(Times times, boolean holds, boolean unknown) {
        times.unknown += unknown ? 1 : 0;
        times.holds += !unknown && holds ? 1 : 0;
        times.fails += !unknown && !holds ? 1 : 0;
    }

    Times of(Expr condition) {
        return conditions.getOrDefault(condition, new Times());
    }

    Times of(Clause clause) {
        return clauses.getOrDefault(clause, new Times());
    }

    /** Whether something that it compares or asks for is not known, or not there. */
    private static boolean isUnknown(Expr condition, Values values) {
        if (condition instanceof Not it) {
            return isUnknown(it.of(), values);
        }
        if (condition instanceof Binary it
                && (it.operator().equals("&&") || it.operator().equals("||"))) {
            return isUnknown(it.left(), values) || isUnknown(it.right(), values);
        }
        if (condition instanceof Binary it) {
            boolean asksForNothing = it.left() instanceof Null || it.right() instanceof Null;
            return !asksForNothing && (isNothing(it.left(), values) || isNothing(it.right(), values));
        }
        if (condition instanceof In it) {
            return isNothing(it.left(), values);
        }
        return condition instanceof Call it && asksUnknown(it, values);
    }

    /** {@code absent( "planned_end_on" )} of a use case of which nobody said whether an end is planned. */
    private static boolean asksUnknown(Call call, Values values) {
        boolean named = call.arguments().size() == 1 && call.arguments().get(0) instanceof Text;
        if (!named || call.name().equals("unknown")) {
            return false;
        }
        try {
            Object on = values.subject(call);
            return on instanceof Fact fact
                    && fact.unknown(((Text) call.arguments().get(0)).value());
        } catch (RuntimeException noColumn) {
            return false;
        }
    }

    private static boolean isNothing(Expr expr, Values values) {
        try {
            return values.of(expr) == null;
        } catch (Values.Unclear unclear) {
            return false;
        }
    }
}
