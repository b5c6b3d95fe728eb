package org.throughline.intake.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dialect of a text, from its beginning: the one in which most records have the same number of cells, the cells look like cells, and
 * the quotes are in order.
 *
 * @param columns the number of cells that most records have
 */
public record DialectGuess(Dialect dialect, int columns) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|', ' ', ':', '^', '~', '\u001f'};
    private static final int LINES = 400;

    /** @param beginning whole lines, but for the last perhaps */
    public static DialectGuess of(String beginning) {
        List<String> lines = lines(beginning);
        DialectGuess best = new DialectGuess(Dialect.RFC4180, 1);
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            if (beginning.indexOf(delimiter) < 0) {
                continue;
            }
            for (Dialect dialect : dialects(delimiter, lines)) {
                Score score = Score.of(beginning, dialect);
                if (score.value > bestScore * 1.000001) {
                    bestScore = score.value;
                    best = new DialectGuess(dialect, score.columns);
                }
            }
        }
        return best;
    }

    /** The number of cells that most records have in a dialect that is known. */
    static int columnsIn(String beginning, Dialect dialect) {
        return Score.of(beginning, dialect).columns;
    }

    private static List<String> lines(String text) {
        return text.lines().limit(LINES).toList();
    }

    /** The dialects with that delimiter which the lines give a reason to try. */
    private static List<Dialect> dialects(char delimiter, List<String> lines) {
        int padded = 0;
        int delimiters = 0;
        int[] quotes = new int[2];
        boolean escapes = false;
        for (String line : lines) {
            for (int i = line.indexOf(delimiter); i >= 0; i = line.indexOf(delimiter, i + 1)) {
                delimiters++;
                padded += delimiter != ' ' && i + 1 < line.length() && line.charAt(i + 1) == ' ' ? 1 : 0;
            }
            quotes[0] += atEdges(line, '"', delimiter);
            quotes[1] += atEdges(line, '\'', delimiter);
            escapes |= line.contains("\\\"") || line.contains("\\'");
        }
        char quote = quotes[1] >= 2 && quotes[1] > 2 * quotes[0] ? '\'' : '"';
        boolean pads = padded * 10 > delimiters * 9 || delimiter != ' ' && quotedAfterBlank(lines, delimiter, quote);
        List<Dialect> dialects = new ArrayList<>(List.of(new Dialect(delimiter, quote, Dialect.DOUBLED, pads)));
        if (escapes) {
            dialects.add(new Dialect(delimiter, quote, '\\', pads));
        }
        return dialects;
    }

    private static boolean quotedAfterBlank(List<String> lines, char delimiter, char quote) {
        String after = delimiter + " " + quote;
        String straight = String.valueOf(delimiter) + quote;
        return lines.stream().filter(line -> line.contains(after)).count()
                > 4 * lines.stream().filter(line -> line.contains(straight)).count();
    }

    /** Quotes that stand at the start or the end of a cell. */
    private static int atEdges(String line, char quote, char delimiter) {
        int edges = 0;
        for (int i = line.indexOf(quote); i >= 0; i = line.indexOf(quote, i + 1)) {
            boolean start = i == 0
                    || line.charAt(i - 1) == delimiter
                    || i > 1 && line.charAt(i - 1) == ' ' && line.charAt(i - 2) == delimiter;
            boolean end = i == line.length() - 1 || line.charAt(i + 1) == delimiter;
            edges += start ^ end ? 1 : 0;
        }
        return edges;
    }

    /** How well a dialect explains a text. */
    private record Score(double value, int columns) {

        static Score of(String text, Dialect dialect) {
            RecordReader records = RecordReader.trial(new StringReader(text), dialect);
            Map<Integer, Integer> byWidth = new HashMap<>();
            double likeness = 0;
            int cells = 0;
            int rows = 0;
            int odd = 0;
            try {
                for (CsvRecord record = records.next(); record != null && rows < LINES; record = records.next()) {
                    if (record.isBlank()) {
                        continue;
                    }
                    rows++;
                    odd += record.oddity() == null ? 0 : 1;
                    byWidth.merge(record.cells().length, 1, Integer::sum);
                    for (String cell : record.cells()) {
                        likeness += CellType.likeness(cell);
                        cells++;
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            if (rows == 0) {
                return new Score(0, 1);
            }
            double order = 1.0 - 0.9 * odd / rows;
            return new Score(pattern(byWidth, rows) * likeness / cells * order, usual(byWidth));
        }

        /** Few widths, wide ones: as the share of delimiters that a typical row explains, over the number of different rows. */
        private static double pattern(Map<Integer, Integer> byWidth, int rows) {
            double sum = 0;
            for (Map.Entry<Integer, Integer> entry : byWidth.entrySet()) {
                double share = (double) entry.getValue() / rows;
                int width = entry.getKey();
                sum += share * share * Math.max(0.001, width - 1) / width;
            }
            return sum;
        }

        private static int usual(Map<Integer, Integer> byWidth) {
            int usual = 1;
            int most = 0;
            for (Map.Entry<Integer, Integer> entry : byWidth.entrySet()) {
                boolean more = entry.getValue() > most || entry.getValue() == most && entry.getKey() > usual;
                if (more) {
                    usual = entry.getKey();
                    most = entry.getValue();
                }
            }
            return usual;
        }
    }
}
