package org.throughline.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Durations, in hours: {@code 28}, {@code 3.5 d}, {@code 2d 4h}, {@code PT28H}, {@code 1:30}. A day is a working day. */
final class HoursReader implements ValueReader {

    private static final String EXPECTED = "Hours, or a number with a unit, such as 28, 3.5 d, 2d 4h or PT28H.";
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int WORKING_DAYS_OF_A_WEEK = 5;

    private final Vocabulary vocabulary;
    private final BigDecimal hoursPerDay;
    private final @Nullable String unitOfColumn;
    private final Separators separators = new Separators();

    /** @param unitOfColumn the unit that the header names, or null for hours */
    HoursReader(Vocabulary vocabulary, BigDecimal hoursPerDay, @Nullable String unitOfColumn) {
        this.vocabulary = vocabulary;
        this.hoursPerDay = hoursPerDay;
        this.unitOfColumn = unitOfColumn;
    }

    @Override
    public void survey(String cell) {
        int end = endOfNumber(cell, 0);
        separators.survey(Words.trim(cell.substring(0, end)));
    }

    @Override
    public @Nullable Object canonical(String cell) {
        BigDecimal plain = unitOfColumn == null ? NumberText.plain(cell) : null;
        return plain == null || plain.signum() < 0 ? null : plain;
    }

    @Override
    public Object read(String cell) {
        Object plain = canonical(cell);
        if (plain != null) {
            return plain;
        }
        if (cell.startsWith("-")) {
            return AmountReader.negative(cell, EXPECTED);
        }
        BigDecimal hours = hours(cell);
        if (hours == null) {
            return new Refused(
                    "Not a duration.",
                    EXPECTED,
                    "Write the hours as a number, or a number with its unit; until then it counts as unknown.");
        }
        BigDecimal value = NumberText.canonical(hours);
        return new Mended(value, value.toPlainString() + " h", note(cell));
    }

    private @Nullable String note(String cell) {
        if (usesDays) {
            return "A day was taken for " + hoursPerDay.toPlainString()
                    + " working hours (change with --hours-per-day)";
        }
        return AmountReader.unclear(separators, cell);
    }

    private boolean usesDays;

    private @Nullable BigDecimal hours(String cell) {
        usesDays = false;
        if (cell.length() > 40) {
            return null;
        }
        int colon = cell.indexOf(':');
        return colon > 0 ? clock(cell, colon) : sum(isoToUnits(cell));
    }

    /** Hours and minutes on a clock: {@code 1:30}. */
    private static @Nullable BigDecimal clock(String cell, int colon) {
        BigDecimal hours = NumberText.plain(cell.substring(0, colon));
        BigDecimal minutes = NumberText.plain(cell.substring(colon + 1));
        if (hours == null || minutes == null || cell.length() - colon != 3 || minutes.compareTo(SIXTY) >= 0) {
            return null;
        }
        return hours.add(minutes.divide(SIXTY, MathContext.DECIMAL64));
    }

    /** {@code P1DT2H30M} as {@code 1D 2H 30min}. */
    private static String isoToUnits(String cell) {
        if (!(cell.startsWith("P") || cell.startsWith("p"))) {
            return cell;
        }
        int time = Math.max(cell.indexOf('T'), cell.indexOf('t'));
        String days = cell.substring(1, time < 0 ? cell.length() : time);
        String rest = time < 0 ? "" : cell.substring(time + 1).replace("m", "M").replace("M", "min");
        return days.replace("M", "?") + " " + rest;
    }

    private @Nullable BigDecimal sum(String text) {
        BigDecimal sum = null;
        int at = skipBlanks(text, 0);
        while (at < text.length()) {
            int endOfNumber = endOfNumber(text, at);
            BigDecimal number = separators.read(Words.trim(text.substring(at, endOfNumber)));
            int endOfWord = endOfWord(text, endOfNumber);
            BigDecimal part = number == null
                    ? null
                    : inHours(
                            number,
                            Words.trim(text.substring(endOfNumber, endOfWord).replace(',', ' ')));
            if (part == null || sum != null && endOfWord == endOfNumber) {
                return null;
            }
            sum = sum == null ? part : sum.add(part);
            at = skipBlanks(text, endOfWord);
        }
        return sum;
    }

    private @Nullable BigDecimal inHours(BigDecimal number, String word) {
        String unit = word.isEmpty() ? (unitOfColumn == null ? "h" : unitOfColumn) : vocabulary.unit(word);
        if (unit == null) {
            return null;
        }
        usesDays |= unit.equals("d") || unit.equals("w");
        return switch (unit) {
            case "w" -> number.multiply(hoursPerDay).multiply(BigDecimal.valueOf(WORKING_DAYS_OF_A_WEEK));
            case "d" -> number.multiply(hoursPerDay);
            case "min" -> number.divide(SIXTY, MathContext.DECIMAL64);
            case "s" -> number.divide(SIXTY.multiply(SIXTY), MathContext.DECIMAL64);
            default -> number;
        };
    }

    private static int endOfNumber(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
            at++;
        }
        return at;
    }
}
