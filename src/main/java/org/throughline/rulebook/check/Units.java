package org.throughline.rulebook.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;

/** Whether a rule's thresholds are in the units of what they are compared with, as far as names of fields tell: {@code leadTimeH} is hours. */
final class Units {

    private static final String SHARE = "%";
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    /** @param threshold its name */
    private record Limit(String threshold, String unit) {}

    private final Map<String, String> units;
    private final Flaws flaws;
    private final Map<String, Limit> limits = new HashMap<>();

    /** @param units of thresholds, by their names */
    Units(Map<String, String> units, Flaws flaws) {
        this.units = units;
        this.flaws = flaws;
    }

    void check(ReadRule rule) {
        rule.patterns().stream().filter(it -> it.type() == Threshold.class).forEach(this::bound);
        rule.patterns().stream()
                .filter(it -> it.type() != Threshold.class)
                .flatMap(it -> it.conditions().stream())
                .flatMap(it -> it.expr().conjuncts())
                .forEach(this::compared);
    }

    private void bound(ReadPattern threshold) {
        String name = threshold.conditions().stream()
                .map(ThresholdUse::named)
                .filter(java.util.Objects::nonNull)
                .map(Expr.Text::value)
                .findFirst()
                .orElse("");
        String unit = units.get(name);
        if (unit == null) {
            return;
        }
        for (ReadCondition each : threshold.conditions()) {
            if (each.binding() != null
                    && each.expr() instanceof Name part
                    && !part.name().equals("name")) {
                boolean share = part.name().equals("share");
                if (share && !unit.equals(SHARE)) {
                    flaws.warning(
                            part,
                            "the share of \"" + name + "\", which is in " + unit + " and not in %",
                            "Write value, or whole where it is a number of things.");
                } else if (!share) {
                    limits.put(each.binding(), new Limit(name, unit));
                }
            }
        }
    }

    private void compared(Expr condition) {
        if (condition instanceof Binary it && COMPARISONS.contains(it.operator())) {
            compared(it.left(), it.right(), it);
            compared(it.right(), it.left(), it);
        }
    }

    private void compared(Expr field, Expr other, Binary whole) {
        Limit limit = other instanceof Name variable ? limits.get(variable.name()) : null;
        String unit = unit(field);
        if (limit != null && unit != null && !unit.equals(limit.unit())) {
            String share = limit.unit().equals(SHARE)
                    ? "Bind its share, $share : share, and multiply what it is a share of: hours.multiply( $share )."
                    : "Compare with a threshold in " + unit + ".";
            flaws.warning(
                    whole,
                    unit + " are compared with \"" + limit.threshold() + "\", which is in " + limit.unit(),
                    share);
        }
    }

    /** Null where its name does not tell. */
    private static @Nullable String unit(Expr field) {
        String name = field instanceof Name it ? it.name() : field instanceof Expr.Field it ? it.name() : "";
        if (name.startsWith("$")) {
            return null;
        }
        if (name.endsWith("H") || name.equals("hours") || name.endsWith("Hours") || name.startsWith("hours")) {
            return "hours";
        }
        return name.equals("days") || name.endsWith("Days") || name.startsWith("days") ? "days" : null;
    }
}
