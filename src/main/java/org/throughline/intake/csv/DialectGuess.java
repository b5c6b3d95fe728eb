package org.throughline.intake.csv;

import java.util.HashMap;
import java.util.Map;

/** The dialect of a text, from its beginning: the delimiter that gives the most lines the same number of cells. */
public final class DialectGuess {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private DialectGuess() {}

    public static Dialect of(String beginning) {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(beginning, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return new Dialect(best, '"');
    }

    private static double score(String text, char delimiter) {
        Map<Integer, Integer> linesByCells = new HashMap<>();
        int delimiters = 0;
        int lines = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                delimiters++;
            } else if (c == '\n' && !quoted || c == '\r' && !quoted && !followedByLineFeed(text, i)) {
                linesByCells.merge(delimiters, 1, Integer::sum);
                delimiters = 0;
                lines++;
            }
        }
        if (lines == 0) {
            return delimiters;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> entry : linesByCells.entrySet()) {
            double share = (double) entry.getValue() / lines;
            best = Math.max(best, share * share * entry.getKey());
        }
        return best;
    }

    private static boolean followedByLineFeed(String text, int i) {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }
}
