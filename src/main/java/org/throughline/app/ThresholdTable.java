package org.throughline.app;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of {@code thresholds.csv}, in which values are put in the place of others: all else stays as it is, to the letter - comments, order,
 * quotes, ends of lines.
 */
public final class ThresholdTable {

    public static final String FILE = "thresholds.csv";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private final String text;

    public ThresholdTable(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The value as it is written, or null where there is no such threshold. */
    public @Nullable String value(String name) {
        Matcher line = line(name);
        return line.find() ? line.group(2) : null;
    }

    private Matcher line(String name) {
        return Pattern.compile(
                        "^(\"?" + Pattern.quote(name) + "\"?\\s*,\\s*\"?)([^\",\\r\\n]*)(?=[\",])", Pattern.MULTILINE)
                .matcher(text);
    }

    /** Whether a text can be a value. */
    public static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** The same with another value; a number that is equal to what is written stays as it is written. */
    public ThresholdTable with(String name, String value) {
        Matcher line = line(name);
        if (!isNumber(value) || !line.find() || equal(line.group(2), value)) {
            return this;
        }
        return new ThresholdTable(text.substring(0, line.start(2)) + value + text.substring(line.end(2)));
    }

    private static boolean equal(String one, String other) {
        return isNumber(one.strip()) && new BigDecimal(one.strip()).compareTo(new BigDecimal(other)) == 0;
    }
}
