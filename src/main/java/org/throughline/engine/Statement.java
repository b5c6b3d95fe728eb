package org.throughline.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Numbers;
import org.throughline.facts.derived.AsOf;

/**
 * A rule's {@code @statement}: a sentence with places for what the rule bound.
 *
 * <ul>
 *   <li>{@code {$x}}: the value; a fact by its name, a number without trailing zeros, a list with commas
 *   <li>{@code {$x.name}}: a property of it; of a list, that of each
 *   <li>{@code {$n use case}}: a number with what it counts; {@code {$n person|people}} where the plural does not end in s
 *   <li>{@code {days since $x}}: how long that date lies before the as-of date, as {@code 151 days}
 *   <li>{@code {$a % of $b}}: a as a percentage of b, to one digit
 * </ul>
 */
final class Statement {

    /** Names shown of a list, and letters of a name in it: the findings' evidence has all of them whole. */
    private static final int LISTED = 4;

    private static final int NAME = 60;
    private static final int SHARE_DIGITS = 6;

    private sealed interface Part permits Text, Value, Count, Since, Share {}

    private record Text(String text) implements Part {}

    private record Value(Reference of) implements Part {}

    private record Count(Reference of, String noun) implements Part {}

    private record Since(Reference of) implements Part {}

    private record Share(Reference part, Reference whole) implements Part {}

    /** {@code $x} or {@code $x.property}. */
    private record Reference(int variable, @Nullable String property) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    Statement(String template) {
        int from = 0;
        for (int open = template.indexOf("{"); open >= 0; open = template.indexOf("{", from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("\"{\" without \"}\" in \"" + template + "\"");
            }
            parts.add(new Text(template.substring(from, open)));
            parts.add(place(template.substring(open + 1, close).strip()));
            from = close + 1;
        }
        parts.add(new Text(template.substring(from)));
    }

    /** A sentence without places. */
    static Statement said(String text) {
        Statement statement = new Statement("");
        statement.parts.set(0, new Text(text));
        return statement;
    }

    /** The variables it shows, each once, in the order in which {@link #render} takes their values. */
    List<String> variables() {
        return variables;
    }

    private Part place(String inside) {
        if (inside.startsWith("days since ")) {
            return new Since(reference(inside.substring("days since ".length())));
        }
        int share = inside.indexOf(" % of ");
        if (share > 0) {
            return new Share(
                    reference(inside.substring(0, share)), reference(inside.substring(share + " % of ".length())));
        }
        int noun = inside.indexOf(' ');
        return noun < 0
                ? new Value(reference(inside))
                : new Count(reference(inside.substring(0, noun)), inside.substring(noun + 1));
    }

    private Reference reference(String text) {
        String trimmed = text.strip();
        int dot = trimmed.indexOf('.');
        String variable = dot < 0 ? trimmed : trimmed.substring(0, dot);
        if (!variables.contains(variable)) {
            variables.add(variable);
        }
        return new Reference(variables.indexOf(variable), dot < 0 ? null : trimmed.substring(dot + 1));
    }

    /** The sentence for these values of {@link #variables()}; {@code named} gives the name of an id, or the id itself. */
    String render(@Nullable Object[] values, AsOf asOf, Function<String, String> named) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text text) {
                out.append(text.text());
            } else if (part instanceof Value value) {
                out.append(show(of(value.of(), values), named));
            } else if (part instanceof Count count) {
                out.append(Numbers.count(show(of(count.of(), values), named), count.noun()));
            } else if (part instanceof Since since) {
                Object date = of(since.of(), values);
                out.append(
                        date instanceof java.time.LocalDate day
                                ? Numbers.count(asOf.daysSince(day), "day")
                                : "an unknown number of days");
            } else if (part instanceof Share share) {
                out.append(percent(of(share.part(), values), of(share.whole(), values)));
            }
        }
        return out.toString();
    }

    private static @Nullable Object of(Reference reference, @Nullable Object[] values) {
        Object value = values[reference.variable()];
        if (reference.property() == null || value == null) {
            return value;
        }
        return value instanceof Collection<?> many
                ? many.stream()
                        .map(one -> Properties.get(one, reference.property()))
                        .toList()
                : Properties.get(value, reference.property());
    }

    private static String percent(@Nullable Object part, @Nullable Object whole) {
        if (!(part instanceof Number) || !(whole instanceof Number)) {
            return "an unknown share";
        }
        BigDecimal of = new BigDecimal(whole.toString());
        return of.signum() == 0
                ? "over 100%"
                : Numbers.percent(new BigDecimal(part.toString()).divide(of, SHARE_DIGITS, RoundingMode.HALF_UP));
    }

    private static String show(@Nullable Object value, Function<String, String> named) {
        if (value == null) {
            return "not known";
        }
        if (value instanceof Fact fact) {
            return "\"" + fact.label() + "\"";
        }
        if (value instanceof BigDecimal number) {
            return Numbers.number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return Numbers.number(((Number) value).longValue());
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value instanceof Collection<?> many) {
            return list(many, named);
        }
        return value instanceof String text ? named.apply(text) : value.toString();
    }

    private static String list(Collection<?> many, Function<String, String> named) {
        List<String> shown = many.stream()
                .map(one -> show(one, named))
                .distinct()
                .sorted()
                .map(Statement::shortened)
                .toList();
        StringJoiner joined = new StringJoiner(", ");
        shown.stream().limit(LISTED).forEach(joined::add);
        return shown.size() > LISTED ? joined + " and " + (shown.size() - LISTED) + " more" : joined.toString();
    }

    private static String shortened(String name) {
        boolean quoted = name.endsWith("\"");
        return name.length() <= NAME ? name : name.substring(0, NAME - 1).stripTrailing() + (quoted ? "…\"" : "…");
    }
}
