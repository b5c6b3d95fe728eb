package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.Expr.Binary;

/** What one field of a fact may be, as the conditions on it leave it: a range, some values, or nothing at all. */
final class Range {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private @Nullable BigDecimal low;
    private boolean lowIn = true;
    private @Nullable BigDecimal high;
    private boolean highIn = true;
    private @Nullable Set<String> only;
    private final Set<String> never = new LinkedHashSet<>();
    /** Comparisons with something that has no known value: {@code < $x}. */
    private final Map<String, Set<String>> others = new HashMap<>();

    private final Map<String, BigDecimal> values;
    private final List<Expr> seen = new ArrayList<>();

    /** @param values of variables that are bound to thresholds */
    Range(Map<String, BigDecimal> values) {
        this.values = values;
    }

    /** All conditions of a pattern by the field that they are about. */
    static Map<String, Range> of(List<Expr> tests, Map<String, BigDecimal> values) {
        Map<String, Range> byField = new java.util.LinkedHashMap<>();
        for (Expr test : tests) {
            String field = field(test);
            if (field != null) {
                byField.computeIfAbsent(field, key -> new Range(values)).add(test);
            }
        }
        return byField;
    }

    /** What a condition is about, or null where it is about no single field. */
    static @Nullable String field(Expr test) {
        boolean compares = test instanceof Binary it && COMPARISONS.contains(it.operator());
        Expr left = compares ? ((Binary) test).left() : test instanceof Expr.In in ? in.left() : null;
        boolean field = left instanceof Expr.Name || left instanceof Expr.Field || left instanceof Expr.This;
        return field && left != null ? Plain.text(left) : null;
    }

    private void add(Expr test) {
        seen.add(test);
        if (test instanceof Expr.In in) {
            Set<String> choices =
                    in.choices().stream().map(Plain::text).collect(Collectors.toCollection(LinkedHashSet::new));
            if (in.negated()) {
                never.addAll(choices);
            } else {
                keep(choices);
            }
        } else if (test instanceof Binary it) {
            compare(it);
        }
    }

    private void compare(Binary it) {
        BigDecimal value = value(it.right());
        String text = value == null
                ? Plain.text(it.right())
                : value.stripTrailingZeros().toPlainString();
        switch (it.operator()) {
            case "==" -> {
                if (isConstant(it.right()) || value != null) {
                    keep(new LinkedHashSet<>(Set.of(text)));
                }
                other(it.operator(), text);
            }
            case "!=" -> {
                never.add(text);
                other(it.operator(), text);
            }
            case "<", "<=" -> {
                never.add("null");
                if (value != null
                        && (high == null || value.compareTo(high) < 0 || value.compareTo(high) == 0 && highIn)) {
                    high = value;
                    highIn = it.operator().equals("<=");
                }
                other(it.operator(), text);
            }
            case ">", ">=" -> {
                never.add("null");
                if (value != null && (low == null || value.compareTo(low) > 0 || value.compareTo(low) == 0 && lowIn)) {
                    low = value;
                    lowIn = it.operator().equals(">=");
                }
                other(it.operator(), text);
            }
            default -> {}
        }
    }

    private void other(String operator, String text) {
        others.computeIfAbsent(text, key -> new LinkedHashSet<>()).add(operator);
    }

    private void keep(Set<String> choices) {
        if (only == null) {
            only = choices;
        } else {
            only.retainAll(choices);
        }
    }

    private @Nullable BigDecimal value(Expr expr) {
        if (expr instanceof Expr.Amount it) {
            return it.value();
        }
        if (expr instanceof Expr.Minus it && it.of() instanceof Expr.Amount amount) {
            return amount.value().negate();
        }
        return expr instanceof Expr.Name it ? values.get(it.name()) : null;
    }

    private static boolean isConstant(Expr expr) {
        return expr instanceof Expr.Text
                || expr instanceof Expr.Flag
                || expr instanceof Expr.Null
                || expr instanceof Expr.Amount
                || expr instanceof Expr.Field it
                        && it.of() instanceof Expr.Name name
                        && !name.isVariable()
                        && Character.isUpperCase(name.name().charAt(0));
    }

    /** The conditions that leave nothing, the last of them last; empty where something is left. */
    List<Expr> contradiction() {
        boolean nothing = only != null && only.stream().allMatch(it -> never.contains(it) || !inRange(it));
        boolean empty = low != null
                && high != null
                && (low.compareTo(high) > 0 || low.compareTo(high) == 0 && !(lowIn && highIn));
        return seen.size() > 1 && (nothing || empty || others.values().stream().anyMatch(Range::exclude))
                ? seen
                : List.of();
    }

    private boolean inRange(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            boolean above = low == null || value.compareTo(low) > 0 || value.compareTo(low) == 0 && lowIn;
            boolean below = high == null || value.compareTo(high) < 0 || value.compareTo(high) == 0 && highIn;
            return above && below;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Two comparisons with the same that are never both true. */
    private static boolean exclude(Set<String> operators) {
        boolean below = operators.contains("<");
        boolean above = operators.contains(">");
        return below && (above || operators.contains(">=") || operators.contains("=="))
                || above && (operators.contains("<=") || operators.contains("=="))
                || operators.contains("==") && operators.contains("!=");
    }

    /** Whether a value that meets these conditions always meets those. */
    boolean implies(Range weaker) {
        boolean lowHolds = weaker.low == null
                || low != null
                        && (low.compareTo(weaker.low) > 0
                                || low.compareTo(weaker.low) == 0 && (weaker.lowIn || !lowIn));
        boolean highHolds = weaker.high == null
                || high != null
                        && (high.compareTo(weaker.high) < 0
                                || high.compareTo(weaker.high) == 0 && (weaker.highIn || !highIn));
        boolean someOf = weaker.only == null || only != null && weaker.only.containsAll(only);
        boolean noneOf = weaker.never.stream().allMatch(it -> never.contains(it) || only != null && !only.contains(it));
        return lowHolds && highHolds && someOf && noneOf && othersHold(weaker);
    }

    private boolean othersHold(Range weaker) {
        return weaker.others.entrySet().stream()
                .filter(it -> weaker.isOpen(it.getKey()))
                .allMatch(it -> others.getOrDefault(it.getKey(), Set.of()).containsAll(it.getValue()));
    }

    /** Whether it is compared with something whose value nobody knows, which only the same comparison implies. */
    private boolean isOpen(String text) {
        boolean value = text.matches("-?\\d+(\\.\\d+)?")
                || text.equals("null")
                || text.startsWith("\"")
                || Set.of("true", "false").contains(text)
                || Character.isUpperCase(text.charAt(0));
        return !value;
    }
}
