package org.throughline.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date taken apart: up to three parts, numbers or a month's name, without its time of day. Nothing is decided here about which of two
 * numbers is the day.
 */
final class DateText {

    /** What a text turned out to be. */
    enum Shape {
        /** One day, whoever reads it. */
        DAY,
        /** Two numbers and a year: day and month in an order that only the column can tell. */
        DAY_AND_MONTH,
        MONTH,
        YEAR,
        QUARTER,
        /** Days since 1900, as spreadsheets keep them. */
        SERIAL,
        NONE
    }

    final Shape shape;
    final int year;
    /** The month, or of a {@link Shape#DAY_AND_MONTH} the first number. */
    final int first;
    /** The day, or of a {@link Shape#DAY_AND_MONTH} the second number. */
    final int second;

    private DateText(Shape shape, int year, int first, int second) {
        this.shape = shape;
        this.year = year;
        this.first = first;
        this.second = second;
    }

    private static final int SERIAL_DIGITS = 5;
    private static final DateText NONE = new DateText(Shape.NONE, 0, 0, 0);

    /** {@code 2026-06-30} and nothing else, or null. */
    static @Nullable LocalDate iso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return day(year, month, day);
    }

    /** The day if the calendar has it, else null. */
    static @Nullable LocalDate day(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    static DateText of(String text, Vocabulary vocabulary) {
        if (text.length() > 40) {
            return NONE;
        }
        if (isSerialWithTime(text)) {
            return new DateText(Shape.SERIAL, number(text, 0, SERIAL_DIGITS), 0, 0);
        }
        DateParts parts = DateParts.of(text, vocabulary);
        return parts == null
                ? NONE
                : switch (parts.count()) {
                    case 1 -> alone(parts);
                    case 2 -> twoParts(parts);
                    case 3 -> threeParts(parts);
                    default -> NONE;
                };
    }

    /** Days and a part of a day, as a spreadsheet counts them: {@code 45321.5}. */
    private static boolean isSerialWithTime(String text) {
        return text.length() > SERIAL_DIGITS + 1
                && (text.charAt(SERIAL_DIGITS) == '.' || text.charAt(SERIAL_DIGITS) == ',')
                && number(text, 0, SERIAL_DIGITS) >= 0
                && text.chars().skip(SERIAL_DIGITS + 1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static DateText alone(DateParts parts) {
        int value = parts.value(0);
        return switch (parts.digits(0)) {
            case 8 -> ofDay(value / 10000, value / 100 % 100, value % 100);
            case 5 -> new DateText(Shape.SERIAL, value, 0, 0);
            case 4 -> value >= 1900 && value < 2200 ? new DateText(Shape.YEAR, value, 1, 1) : NONE;
            default -> NONE;
        };
    }

    private static DateText twoParts(DateParts parts) {
        if (parts.quarter() > 0) {
            int year = 1 - parts.quarterAt();
            return parts.digits(year) == 4
                    ? new DateText(Shape.QUARTER, parts.value(year), parts.quarter() * 3 - 2, 1)
                    : NONE;
        }
        if (parts.isMonthName(0) && (parts.digits(1) == 4 || parts.digits(1) == 2 && parts.isHyphenated())) {
            return ofMonth(fullYear(parts, 1), parts.value(0));
        }
        if (parts.isMonthName(1) && parts.digits(0) == 4) {
            return ofMonth(parts.value(0), parts.value(1));
        }
        if (parts.hasMonthName()) {
            return NONE;
        }
        return parts.digits(0) == 4
                ? ofMonth(parts.value(0), parts.value(1))
                : parts.digits(1) == 4 ? ofMonth(parts.value(1), parts.value(0)) : NONE;
    }

    private static DateText threeParts(DateParts parts) {
        if (parts.isMonthName(0)) {
            return parts.digits(2) == 4 ? ofDay(parts.value(2), parts.value(0), parts.value(1)) : NONE;
        }
        if (parts.isMonthName(1)) {
            return parts.digits(0) == 4
                    ? ofDay(parts.value(0), parts.value(1), parts.value(2))
                    : ofDay(fullYear(parts, 2), parts.value(1), parts.value(0));
        }
        if (parts.hasMonthName() || parts.digits(0) > 4) {
            return NONE;
        }
        if (parts.digits(0) == 4) {
            return ofDay(parts.value(0), parts.value(1), parts.value(2));
        }
        boolean readable =
                parts.digits(0) <= 2 && parts.digits(1) <= 2 && (parts.digits(2) == 4 || parts.digits(2) == 2);
        return readable ? new DateText(Shape.DAY_AND_MONTH, fullYear(parts, 2), parts.value(0), parts.value(1)) : NONE;
    }

    private static int fullYear(DateParts parts, int part) {
        int value = parts.value(part);
        return parts.digits(part) > 2 ? value : value < 70 ? 2000 + value : 1900 + value;
    }

    private static DateText ofMonth(int year, int month) {
        return month >= 1 && month <= 12 && year >= 1900 && year < 2200
                ? new DateText(Shape.MONTH, year, month, 1)
                : NONE;
    }

    private static DateText ofDay(int year, int month, int day) {
        return day(year, month, day) == null ? NONE : new DateText(Shape.DAY, year, month, day);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Days since day zero of a spreadsheet's calendar. */
    static long toSerial(LocalDate day) {
        return java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
    }

    /** The day with that number in a spreadsheet's calendar. */
    static @Nullable LocalDate ofSerial(int days) {
        try {
            return LocalDate.of(1899, 12, 30).plusDays(days);
        } catch (DateTimeException beyond) {
            return null;
        }
    }
}
