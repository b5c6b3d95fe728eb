package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.Set;
import org.throughline.rulebook.check.Expr.Binary;

/** What can be compared with what, and how. */
final class Comparing {

    private static final Set<Sort.Kind> ORDERED =
            Set.of(Sort.Kind.NUMBER, Sort.Kind.DATE, Sort.Kind.TEXT, Sort.Kind.NOTHING, Sort.Kind.ANY);

    private final Flaws flaws;

    Comparing(Flaws flaws) {
        this.flaws = flaws;
    }

    /** @param joining true where texts may be joined */
    Sort binary(Binary it, Sort left, Sort right, boolean joining) {
        switch (it.operator()) {
            case "==", "!=" -> equal(it.left(), left, it.right(), right);
            case "<", "<=", ">", ">=" -> ordered(it, left, right);
            case "contains" -> holds(it.left(), left, it.right(), right);
            case "memberOf" -> holds(it.right(), right, it.left(), left);
            case "matches", "str[startsWith]", "str[endsWith]" -> text(it, left, right);
            default -> {
                return sum(it, left, right, joining);
            }
        }
        return Sort.FLAG;
    }

    void equal(Expr at, Sort left, Expr other, Sort right) {
        if (left.comparable(right)) {
            ids(left, other, right);
            boolean never = left.kind() == Sort.Kind.NOTHING
                    ? isThere(right)
                    : right.kind() == Sort.Kind.NOTHING && isThere(left);
            if (never) {
                flaws.error(other, "it is compared with null, and it is always there", "Delete the comparison.");
            }
            return;
        }
        flaws.error(
                other,
                "it can never be equal: " + left.words() + " on the left, " + right.words() + " on the right",
                mend(left, right, other));
    }

    private void ids(Sort left, Expr other, Sort right) {
        if (left.identifies() != null && right.identifies() != null && left.identifies() != right.identifies()) {
            flaws.warning(
                    other,
                    "the id of a " + word(left) + " is compared with that of a " + word(right),
                    "Compare ids of the same kind of fact.");
        }
    }

    private static String word(Sort id) {
        return id.identifies().singular().replace('_', ' ');
    }

    private static boolean isThere(Sort sort) {
        return !sort.nullable()
                && (sort.type() == Boolean.class || sort.type() == Integer.class || sort.type() == Long.class);
    }

    private static String mend(Sort left, Sort right, Expr other) {
        String text = other instanceof Expr.Text it ? it.value() : "";
        return switch (left.kind()) {
            case CHOICE ->
                right.kind() == Sort.Kind.TEXT && !text.isEmpty()
                        ? "Write " + left.choice(text) + ", without quotes."
                        : "It is one of " + left.choices() + ".";
            case NUMBER ->
                text.matches("-?\\d+(\\.\\d+)?")
                        ? "Write the number without quotes."
                        : "Compare with a number: a Threshold's value, or another field.";
            case DATE -> "Compare with a date: $asOf.date, or $asOf.minus( $days ) for so many days before it.";
            case FLAG -> "Write == true or == false.";
            case LIST -> "Write contains.";
            case FACT ->
                right.kind() == Sort.Kind.TEXT ? "Compare its id." : "Compare facts of the same kind, or their ids.";
            case TEXT -> right.kind() == Sort.Kind.FACT ? "Compare with its id." : "Compare with a text.";
            default -> "Compare with " + left.words() + ".";
        };
    }

    private void ordered(Binary it, Sort left, Sort right) {
        Sort without = ORDERED.contains(left.kind()) ? right : left;
        if (!ORDERED.contains(without.kind())) {
            flaws.error(
                    it.at(),
                    it.at() + it.operator().length(),
                    Words.owner(without) + " has no order, so nothing is larger or smaller",
                    "Use ==, != or in.");
        } else if (left.kind() == Sort.Kind.NOTHING || right.kind() == Sort.Kind.NOTHING) {
            flaws.error(
                    it.at(),
                    it.at() + it.operator().length(),
                    "nothing is larger or smaller than null",
                    "Write == null or != null.");
        } else if (!left.comparable(right)) {
            flaws.error(
                    it.right(),
                    "it cannot be compared: " + left.words() + " on the left, " + right.words() + " on the right",
                    mend(left, right, it.right()));
        }
    }

    private void holds(Expr at, Sort list, Expr other, Sort one) {
        boolean text = list.kind() == Sort.Kind.TEXT && one.kind() == Sort.Kind.TEXT;
        if (list.isAny() || one.isAny() || text) {
            return;
        }
        if (list.kind() != Sort.Kind.LIST) {
            flaws.error(at, "this is " + list.words() + ", and no list", "Write ==, or name a list.");
        } else if (list.element() != null && !Sort.of(list.element()).comparable(one)) {
            flaws.error(
                    other,
                    "the list can never hold it: it has "
                            + Sort.of(list.element()).words() + " in each place, this is " + one.words(),
                    "Compare with " + Sort.of(list.element()).words() + ".");
        }
    }

    private void text(Binary it, Sort left, Sort right) {
        if (!left.isAny() && left.kind() != Sort.Kind.TEXT) {
            flaws.error(it.left(), "this is " + left.words() + ", and no text", "Use ==, != or in.");
        }
        if (!right.isAny() && right.kind() != Sort.Kind.TEXT) {
            flaws.error(it.right(), "this is " + right.words() + ", and no text", "Compare with a text: \"...\".");
        }
        if (it.operator().equals("matches")) {
            Regexes.check(it, flaws);
        }
    }

    Sort number(Expr at, Sort sort) {
        if (!sort.isAny() && sort.kind() != Sort.Kind.NUMBER) {
            flaws.error(at, "this is " + sort.words() + ", and no number", "Calculate with numbers only.");
            return Sort.OBJECT;
        }
        return sort;
    }

    private Sort sum(Binary it, Sort left, Sort right, boolean joining) {
        boolean text = it.operator().equals("+") && (left.kind() == Sort.Kind.TEXT || right.kind() == Sort.Kind.TEXT);
        if (text) {
            if (!joining) {
                flaws.error(
                        it.at(), it.at() + 1, "texts are joined here", "Compare, or hand over, the parts one by one.");
            }
            return Sort.TEXT;
        }
        boolean numbers =
                !number(it.left(), left).isAny() & !number(it.right(), right).isAny();
        if (it.operator().equals("/") || it.operator().equals("%")) {
            flaws.error(
                    it.at(),
                    it.at() + 1,
                    "a division: it fails where the other side is 0 or does not come out even",
                    "Multiply the other side instead: part.multiply( $all ) <= ..., or use a share from thresholds.csv.");
        } else if (numbers && (left.type() == BigDecimal.class || right.type() == BigDecimal.class)) {
            String function =
                    it.operator().equals("*") ? "multiply" : it.operator().equals("+") ? "add" : "subtract";
            flaws.error(
                    it.at(),
                    it.at() + 1,
                    "amounts are not calculated with " + it.operator() + " in a condition: the compiler fails on it",
                    "Write own." + function + "( $other ), with the pattern's own field first.");
        }
        return numbers ? Sort.of(left.type() == BigDecimal.class ? left.type() : right.type()) : Sort.OBJECT;
    }
}
