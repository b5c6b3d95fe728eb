package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Numbers;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Threshold;

/** Says why a condition failed: the values that it compared, and how far off they are. */
final class Distance {

    private static final int SHOWN = 4;

    private final Source source;
    private final Values values;
    private final Map<String, Threshold> limits;

    /** @param limits the threshold that a variable was taken from */
    Distance(Source source, Values values, Map<String, Threshold> limits) {
        this.source = source;
        this.values = values;
        this.limits = limits;
    }

    List<String> of(Expr failed) {
        List<String> said = new ArrayList<>();
        Map<String, String> shown = new LinkedHashMap<>();
        collect(failed, shown);
        if (!shown.isEmpty()) {
            said.add(shown.entrySet().stream()
                    .map(entry -> entry.getKey() + " is " + entry.getValue())
                    .collect(Collectors.joining(", ")));
        }
        if (failed instanceof Expr.Binary it) {
            gap(it, said);
        }
        failed.variables().distinct().filter(limits::containsKey).forEach(variable -> {
            Threshold limit = limits.get(variable);
            said.add(variable + " comes from the threshold " + limit.name() + ", "
                    + Numbers.amount(limit.value(), limit.unit()));
        });
        return said;
    }

    /** What is compared, and in a sum or a call what it is made of; texts and numbers speak for themselves. */
    private void collect(Expr expr, Map<String, String> shown) {
        boolean made = expr instanceof Expr.Binary || expr instanceof Expr.In || expr instanceof Expr.Not;
        boolean value = expr instanceof Expr.Name || expr instanceof Expr.Field || expr instanceof Expr.Call;
        if (value && !isChoice(expr)) {
            try {
                shown.putIfAbsent(text(expr), word(values.of(expr)));
            } catch (Values.Unclear unclear) {
                return;
            }
        }
        if (made || expr instanceof Expr.Call) {
            expr.parts().forEach(part -> collect(part, shown));
        }
    }

    /** {@code Stage.PILOT}. */
    private static boolean isChoice(Expr expr) {
        Expr of = expr instanceof Expr.Field it ? it.of() : expr;
        return of instanceof Expr.Name name && Character.isUpperCase(name.name().charAt(0));
    }

    private String text(Expr expr) {
        return source.text().substring(expr.from(), expr.to());
    }

    private void gap(Expr.Binary it, List<String> said) {
        if (!List.of("<", "<=", ">", ">=").contains(it.operator())) {
            return;
        }
        Object left = quietly(it.left());
        Object right = quietly(it.right());
        if (left == null || right == null) {
            said.add("nobody knows " + text(left == null ? it.left() : it.right()));
        } else if (left instanceof LocalDate one && right instanceof LocalDate other) {
            long days = Math.abs(ChronoUnit.DAYS.between(one, other));
            said.add(days == 0 ? "it is exactly at the limit" : "off by " + Numbers.count(days, "day"));
        } else if (Values.number(left) != null && Values.number(right) != null) {
            said.add(gap(Values.number(left), Values.number(right)));
        }
    }

    private @Nullable Object quietly(Expr expr) {
        try {
            return values.of(expr);
        } catch (Values.Unclear unclear) {
            return null;
        }
    }

    private static String gap(BigDecimal left, BigDecimal right) {
        if (left.compareTo(right) == 0) {
            return "it is exactly at the limit";
        }
        String by = "off by " + Numbers.number(left.subtract(right).abs());
        BigDecimal larger = left.max(right);
        BigDecimal smaller = left.min(right);
        return smaller.signum() < 0 || larger.signum() == 0
                ? by
                : by + ": " + Numbers.number(smaller) + " is "
                        + Numbers.percent(smaller.divide(larger, 6, RoundingMode.HALF_UP)) + " of "
                        + Numbers.number(larger);
    }

    static String word(@Nullable Object value) {
        if (value == null) {
            return "not known, or not there";
        }
        if (value instanceof BigDecimal number) {
            return Numbers.number(number);
        }
        if (value instanceof AsOf day) {
            return day.date().toString();
        }
        if (value instanceof Fact fact) {
            return fact.factKind().table() + "/" + fact.key();
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(java.util.Locale.ROOT);
        }
        if (value instanceof Collection<?> all) {
            return all.isEmpty()
                    ? "empty"
                    : all.size() > SHOWN
                            ? all.size() + " items"
                            : all.stream().map(Distance::word).collect(Collectors.joining(", "));
        }
        return value instanceof String
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof LocalDate
                ? value.toString()
                : value instanceof Record ? "there" : value.toString();
    }
}
