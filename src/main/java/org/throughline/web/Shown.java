package org.throughline.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers, days and values as the reader's own language writes them; the pages' words are English. */
public final class Shown {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Locale locale;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;

    Shown(Locale locale) {
        this.locale = locale;
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale);
    }

    public String number(Number number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** A share of 0..1. */
    public String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share.multiply(HUNDRED).abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0);
        return format.format(share);
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    /** To the minute, where the program runs. */
    public String moment(Instant moment) {
        return moments.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** {@code 28 h}, {@code 10%}, {@code 3}. */
    public String amount(Number number, String unit) {
        return unit.isEmpty() || unit.equals("%") ? number(number) + unit : number(number) + " " + unit;
    }

    /** {@code 1 finding}, {@code 3,610 findings}; a noun whose plural is another is {@code person|people}. */
    public String count(long number, String noun) {
        int bar = noun.indexOf('|');
        String one = bar < 0 ? noun : noun.substring(0, bar);
        return number(number) + " " + (number == 1 ? one : bar < 0 ? noun + "s" : noun.substring(bar + 1));
    }

    /** A value of a fact. */
    public String value(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Enum<?> choice) {
            return words(choice.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(this::value).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** A name of files and columns as words: {@code outcome_owner_id} is {@code outcome owner id}. */
    public String words(String name) {
        return name.replace('_', ' ').replace('-', ' ');
    }

    /** The same with a capital. */
    public String title(String name) {
        String words = words(name);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
