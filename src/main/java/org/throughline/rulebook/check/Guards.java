package org.throughline.rulebook.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.ExprParser.Condition;

/**
 * Which fields of a pattern are known to be there, because it is a condition that they are. Two values that are both missing count as
 * equal: a join of two fields that may be missing finds facts that have nothing to do with each other.
 */
record Guards(Set<String> there) {

    private static final Set<String> NEVER_NULL = Set.of("<", "<=", ">", ">=");

    static Guards of(List<Condition> conditions) {
        return new Guards(conditions.stream()
                .flatMap(it -> it.expr().conjuncts())
                .filter(it -> it instanceof Binary test && isGuard(test))
                .map(it -> Plain.text(((Binary) it).left()))
                .collect(Collectors.toSet()));
    }

    private static boolean isGuard(Binary it) {
        boolean notNull = it.operator().equals("!=") && it.right() instanceof Expr.Null;
        boolean constant = it.operator().equals("==")
                && (it.right() instanceof Expr.Text
                        || it.right() instanceof Expr.Amount
                        || it.right() instanceof Expr.Field);
        return notNull || constant || NEVER_NULL.contains(it.operator());
    }

    /** Whether a field cannot be missing here. */
    boolean isThere(Expr expr) {
        return there.contains(Plain.text(expr));
    }

    /** Warns of a join in which both sides may be missing. */
    void checkNulls(Expr condition, Typing typing, Flaws flaws) {
        condition.conjuncts().forEach(each -> {
            boolean join = each instanceof Binary it
                    && it.operator().equals("==")
                    && it.right().variables().findAny().isPresent()
                    && it.left().variables().findAny().isEmpty();
            if (join && mayBeMissing(((Binary) each).left(), typing) && mayBeMissing(((Binary) each).right(), typing)) {
                Binary it = (Binary) each;
                flaws.warning(
                        it,
                        "both sides may be missing, and two missing values count as equal",
                        "Say where " + Plain.text(it.right()) + " is bound that it is there: " + Plain.text(it.right())
                                + " : ... != null.");
            }
        });
    }

    private boolean mayBeMissing(Expr expr, Typing typing) {
        Sort sort = typing.of(expr);
        boolean reference = sort.kind() != Sort.Kind.NOTHING && !sort.isAny();
        return sort.nullable() && reference && !isThere(expr);
    }
}
