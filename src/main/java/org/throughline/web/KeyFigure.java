package org.throughline.web;

import org.jspecify.annotations.Nullable;
import org.throughline.advice.StateLine;

/**
 * One of the five lines on where the organisation stands, with the number in it that its rule says matters most. The sentence stays beside it,
 * so that nobody has to guess what is counted.
 *
 * @param number as the rule spells it; "?" where the inventory does not say
 * @param of what it counts, or empty
 */
public record KeyFigure(String name, String number, String of, String sentence) {

    static KeyFigure of(StateLine line) {
        @Nullable String figure = line.figure();
        if (figure == null) {
            return new KeyFigure(line.name(), "?", "", line.text());
        }
        int end = figure.indexOf(' ');
        return end < 0
                ? new KeyFigure(line.name(), figure, "", line.text())
                : new KeyFigure(line.name(), figure.substring(0, end), figure.substring(end + 1), line.text());
    }
}
