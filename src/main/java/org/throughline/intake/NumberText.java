package org.throughline.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as people write them. */
final class NumberText {

    /** More digits than this, or a power of ten beyond it, is no figure of an organisation. */
    private static final int DIGITS = 30;

    private NumberText() {}

    /** A number with a point or nothing between its digits ({@code -12.50}, {@code 1.5E+3}), or null. */
    static @Nullable BigDecimal plain(String text) {
        int length = text.length();
        if (length == 0 || length > DIGITS) {
            return null;
        }
        boolean digit = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (!(c == '.' || i == 0 && (c == '-' || c == '+'))) {
                return digit && (c == 'E' || c == 'e') ? exponential(text) : null;
            }
        }
        return digit && text.indexOf('.') == text.lastIndexOf('.') ? canonical(new BigDecimal(text)) : null;
    }

    /** A number from zero up that is the same whatever mark groups thousands in its column, or null. */
    static @Nullable BigDecimal unmistakable(String text) {
        int point = text.indexOf('.');
        boolean groups = point >= 0 && text.length() - point == 4;
        BigDecimal number = groups ? null : plain(text);
        return number == null || number.signum() < 0 ? null : number;
    }

    private static @Nullable BigDecimal exponential(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > DIGITS ? null : canonical(number);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** Without zeros at the end: 2.50 and 2.5 are the same figure. */
    static BigDecimal canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
