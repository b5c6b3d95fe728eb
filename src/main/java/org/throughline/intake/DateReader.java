package org.throughline.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days. Which of day and month comes first is told by the column as a whole, never guessed cell by cell. */
final class DateReader implements ValueReader {

    private static final String EXPECTED =
            "A day as year-month-day, such as 2026-02-28, or another spelling that can mean only one day.";
    private static final String UNTIL_THEN = "; until then the date counts as unknown.";
    /** Serial numbers from 1954 to 2064: what else has five digits is no date of an initiative. */
    private static final int FIRST_SERIAL = 20_000;

    private static final int LAST_SERIAL = 60_000;

    private final Vocabulary vocabulary;
    private boolean dayFirst;
    private boolean monthFirst;

    DateReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void survey(String cell) {
        if (DateText.iso(cell) != null) {
            return;
        }
        DateText date = DateText.of(cell, vocabulary);
        if (date.shape == DateText.Shape.DAY_AND_MONTH) {
            dayFirst |= date.first > 12 && date.first <= 31 && date.second <= 12;
            monthFirst |= date.second > 12 && date.second <= 31 && date.first <= 12;
        }
    }

    @Override
    public @Nullable Object canonical(String cell) {
        return DateText.iso(cell);
    }

    @Override
    public Object read(String cell) {
        LocalDate iso = DateText.iso(cell);
        if (iso != null) {
            return iso;
        }
        DateText date = DateText.of(cell, vocabulary);
        return switch (date.shape) {
            case DAY -> dayOrYear(DateText.day(date.year, date.first, date.second));
            case MONTH ->
                mended(DateText.day(date.year, date.first, 1), "Only the month is given; its first day was taken");
            case QUARTER ->
                mended(DateText.day(date.year, date.first, 1), "Only the quarter is given; its first day was taken");
            case YEAR -> mended(DateText.day(date.year, 1, 1), "Only the year is given; its first day was taken");
            case SERIAL -> serial(cell, date.year);
            case DAY_AND_MONTH -> dayAndMonth(cell, date);
            case NONE -> noDate(cell);
        };
    }

    private Object serial(String cell, int days) {
        LocalDate day = days < FIRST_SERIAL || days > LAST_SERIAL ? null : DateText.ofSerial(days);
        return day == null ? noDate(cell) : mended(day, "A bare number was taken for a spreadsheet's count of days");
    }

    private Object dayAndMonth(String cell, DateText date) {
        LocalDate asDayFirst = DateText.day(date.year, date.second, date.first);
        LocalDate asMonthFirst = DateText.day(date.year, date.first, date.second);
        if (asDayFirst == null && asMonthFirst == null) {
            return noDate(cell);
        }
        if (asDayFirst == null || asMonthFirst == null || asDayFirst.equals(asMonthFirst)) {
            return dayOrYear(asDayFirst == null ? asMonthFirst : asDayFirst);
        }
        if (isYearAsDays(asDayFirst) || isYearAsDays(asMonthFirst)) {
            return dayOrYear(isYearAsDays(asMonthFirst) ? asMonthFirst : asDayFirst);
        }
        if (dayFirst == monthFirst) {
            return unclear(cell, asDayFirst, asMonthFirst);
        }
        return mended(
                dayFirst ? asDayFirst : asMonthFirst,
                "Other dates in the column show that the " + (dayFirst ? "day" : "month") + " comes first");
    }

    /** A spreadsheet that takes the year 2020 for a count of days shows 12 July 1905. */
    private static Mended dayOrYear(@Nullable LocalDate day) {
        if (!isYearAsDays(day)) {
            return mended(day, null);
        }
        int year = (int) DateText.toSerial(java.util.Objects.requireNonNull(day));
        return mended(
                LocalDate.of(year, 1, 1),
                "A day in 1905 was taken for the year that a spreadsheet mistook for a count of days");
    }

    private static boolean isYearAsDays(@Nullable LocalDate day) {
        return day != null && day.getYear() == 1905 && DateText.toSerial(day) >= 1990 && DateText.toSerial(day) < 2050;
    }

    private Refused unclear(String cell, LocalDate asDayFirst, LocalDate asMonthFirst) {
        String why = dayFirst
                ? "other dates in the column show both orders."
                : "nothing in the column shows which comes first.";
        return new Refused(
                asDayFirst + " or " + asMonthFirst + ": " + why,
                EXPECTED,
                "Write the date as year-month-day" + UNTIL_THEN);
    }

    private static Mended mended(@Nullable LocalDate day, @Nullable String note) {
        LocalDate known = java.util.Objects.requireNonNull(day);
        return new Mended(known, known.toString(), note);
    }

    private static Refused noDate(String cell) {
        return new Refused("Not a day of the calendar.", EXPECTED, "Write the date as year-month-day" + UNTIL_THEN);
    }
}
