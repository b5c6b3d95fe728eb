package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** The numbers and the month's name of a date in the order they stand, without its time of day. */
final class DateParts {

    private final int[] values = new int[4];
    private final int[] digits = new int[4];
    private int count;
    private int quarter;
    private int quarterAt;
    private boolean quarterNext;
    private boolean hyphenated;

    private DateParts() {}

    /** The parts, or null where something in the text belongs to no date. */
    static @Nullable DateParts of(String text, Vocabulary vocabulary) {
        DateParts parts = new DateParts();
        String day = withoutTime(text);
        int at = 0;
        while (at < day.length()) {
            char c = day.charAt(at);
            int end = at;
            if (isDigit(c)) {
                end = endOf(day, at, true);
                if (!parts.addNumber(day, at, end)) {
                    return null;
                }
            } else if (Character.isLetter(c)) {
                end = endOf(day, at, false);
                if (!parts.addWord(day.substring(at, end), vocabulary)) {
                    return null;
                }
            } else if (" /.-,'’".indexOf(c) >= 0) {
                parts.hyphenated |= c == '-' || c == '\'' || c == '’';
                end = at + 1;
            } else {
                return null;
            }
            at = end;
        }
        return parts.quarterNext ? null : parts;
    }

    int count() {
        return count;
    }

    int value(int part) {
        return values[part];
    }

    /** Number of digits; 0 for a month's name. */
    int digits(int part) {
        return digits[part];
    }

    boolean isMonthName(int part) {
        return digits[part] == 0;
    }

    boolean hasMonthName() {
        for (int i = 0; i < count; i++) {
            if (isMonthName(i)) {
                return true;
            }
        }
        return false;
    }

    /** 1..4, or 0. */
    int quarter() {
        return quarter;
    }

    /** Which part it is. */
    int quarterAt() {
        return quarterAt;
    }

    boolean isHyphenated() {
        return hyphenated;
    }

    private boolean addNumber(String text, int from, int to) {
        if (count == values.length || to - from > 8) {
            return false;
        }
        values[count] = Integer.parseInt(text, from, to, 10);
        digits[count++] = to - from;
        if (quarterNext) {
            quarterNext = false;
            quarterAt = count - 1;
            quarter = values[quarterAt] >= 1 && values[quarterAt] <= 4 ? values[quarterAt] : 0;
            return quarter > 0;
        }
        return true;
    }

    private boolean addWord(String word, Vocabulary vocabulary) {
        Integer month = vocabulary.month(word);
        if (month != null && count < values.length) {
            values[count] = month;
            digits[count++] = 0;
            return true;
        }
        if (word.length() == 2 && count > 0 && "st nd rd th".contains(word.toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        quarterNext = word.equalsIgnoreCase("q") && count < 2;
        return quarterNext;
    }

    private static int endOf(String text, int from, boolean digits) {
        int at = from;
        while (at < text.length() && (digits ? isDigit(text.charAt(at)) : Character.isLetter(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Cuts a time of day off: what follows a blank or a T and has a colon after one or two digits. */
    private static String withoutTime(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        int at = colon - 1;
        while (at >= 0 && isDigit(text.charAt(at))) {
            at--;
        }
        boolean timeOfDay = at > 0 && colon - at - 1 <= 2 && " Tt".indexOf(text.charAt(at)) >= 0;
        return timeOfDay ? text.substring(0, at) : text;
    }
}
