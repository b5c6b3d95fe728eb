package org.throughline.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.advice.StateLine;

/**
 * One of the five lines on where the organisation stands, with the number in it that says most: a share ("2 of 9"), else what it counts last
 * ("without a decision: 3."), else the first. The sentence stays beside it, so that nobody has to guess what is counted.
 *
 * @param number as the sentence spells it; "?" where the inventory does not say
 */
public record KeyFigure(String name, String number, String of, String sentence) {

    private static final Pattern SHARE = Pattern.compile("(\\d[\\d,.]*) of (\\d[\\d,.]*)(?!%)");
    private static final Pattern LAST = Pattern.compile(".*: (\\d[\\d,]*)[.;]", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?%?)");

    static KeyFigure of(StateLine line) {
        String told = told(line.text());
        Matcher share = SHARE.matcher(told);
        if (share.find()) {
            return new KeyFigure(line.name(), share.group(1), "of " + trimmed(share.group(2)), line.text());
        }
        Matcher last = LAST.matcher(told);
        if (last.lookingAt()) {
            return new KeyFigure(line.name(), last.group(1), "", line.text());
        }
        Matcher first = FIRST.matcher(told);
        return new KeyFigure(line.name(), first.find() ? first.group(1) : "?", "", line.text());
    }

    private static String trimmed(String number) {
        return number.replaceFirst("[.,]$", "");
    }

    /** Without the sentences that only say what nobody knows. */
    private static String told(String text) {
        StringBuilder told = new StringBuilder();
        for (String sentence : text.split("(?<=\\.) ")) {
            if (!sentence.contains("not in the inventory") && !sentence.startsWith("Neither")) {
                told.append(sentence).append(' ');
            }
        }
        return told.toString();
    }
}
