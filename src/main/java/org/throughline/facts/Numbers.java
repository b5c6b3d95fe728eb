package org.throughline.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are spelt wherever people read them: {@code 3,610}, {@code 25.9%}, {@code 1 use case}. */
public final class Numbers {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private Numbers() {}

    /** At most two decimals, thousands set apart by a comma, no exponent. */
    public static String number(BigDecimal number) {
        return grouped(rounded(number, 2).toPlainString());
    }

    public static String number(long number) {
        return grouped(Long.toString(number));
    }

    /** A share of 0..1 as a percentage with at most one decimal; what is something is never shown as nothing. */
    public static String percent(BigDecimal share) {
        BigDecimal percent = rounded(share.multiply(HUNDRED), 1);
        return percent.signum() == 0 && share.signum() > 0
                ? "under " + TENTH + "%"
                : grouped(percent.toPlainString()) + "%";
    }

    /**
     * The number with what it counts.
     *
     * @param noun of one, whose plural ends in s; or of one and of several: {@code person|people}
     */
    public static String count(BigDecimal number, String noun) {
        return number(number) + " " + noun(number.compareTo(BigDecimal.ONE) == 0, noun);
    }

    /** The same for a whole number. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun(number == 1, noun);
    }

    /** The same for a number that is spelt already. */
    public static String count(String number, String noun) {
        return number + " " + noun(number.equals("1"), noun);
    }

    private static String noun(boolean one, String noun) {
        int bar = noun.indexOf('|');
        if (bar < 0) {
            return one ? noun : noun + "s";
        }
        return one ? noun.substring(0, bar) : noun.substring(bar + 1);
    }

    /**
     * The number with its unit: {@code 28 h}, {@code 10%}, {@code 1 day}.
     *
     * @param unit as tables have it: of several, where it is a word
     */
    public static String amount(BigDecimal number, String unit) {
        if (unit.isEmpty() || unit.equals("%")) {
            return number(number) + unit;
        }
        boolean one = number.compareTo(BigDecimal.ONE) == 0;
        return number(number) + " " + (one ? singular(unit) : unit);
    }

    private static String singular(String unit) {
        if (unit.equals("people")) {
            return "person";
        }
        return unit.length() > 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }

    private static BigDecimal rounded(BigDecimal number, int digits) {
        BigDecimal stripped =
                (number.scale() > digits ? number.setScale(digits, RoundingMode.HALF_UP) : number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        int first = plain.startsWith("-") ? 1 : 0;
        StringBuilder out = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > first; i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
