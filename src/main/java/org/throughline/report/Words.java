package org.throughline.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Assignment;
import org.throughline.facts.Numbers;

/** How single values are spelt wherever people read them. */
final class Words {

    private static final String REPLACEMENT = "\uFFFD";

    private Words() {}

    /** Without exponent or trailing zeros: equal numbers are written alike, whatever their scale. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String number(BigDecimal number) {
        return Numbers.number(number);
    }

    static String number(long number) {
        return Numbers.number(number);
    }

    /** A share of 0..1. */
    static String percent(BigDecimal share) {
        return Numbers.percent(share);
    }

    /** {@code 28 h}, {@code 10%}, {@code 3}, {@code 1 day}. */
    static String amount(BigDecimal number, String unit) {
        return Numbers.amount(number, unit);
    }

    static String count(long number, String noun) {
        return Numbers.count(number, noun);
    }

    /** As the data writes it: {@code in_use}; a role's part in capitals: {@code A}. */
    static String word(Enum<?> choice) {
        return choice instanceof Assignment ? choice.name() : choice.name().toLowerCase(Locale.ROOT);
    }

    /** A value of a fact as a person reads it; null is a dash. */
    static String value(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Enum<?> choice) {
            return word(choice);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Words::value).collect(Collectors.joining("; "));
        }
        return clean(value.toString());
    }

    /** An underscored name as words: {@code use_cases} is {@code use cases}. */
    static String spaced(String name) {
        return name.replace('_', ' ').replace('-', ' ');
    }

    /**
     * On one line and harmless to a terminal: white space is a blank, other control characters and those that turn the direction of
     * writing are replaced. An inventory's cell may hold anything.
     */
    static String clean(String text) {
        if (text.codePoints().noneMatch(Words::strange)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                out.append(out.length() == 0 || out.charAt(out.length() - 1) == ' ' ? "" : " ");
            } else if (strange(c)) {
                out.append(REPLACEMENT);
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    private static boolean strange(int c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c >= 0xd800 && c <= 0xdfff;
    }
}
