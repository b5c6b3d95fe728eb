package org.throughline.intake.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest cells of a text whose quotes are out of order: of all ways to take each quote as one that opens, one that closes or a
 * mere character, the one that costs least, where missing the number of columns costs most.
 */
final class QuoteRepair {

    private static final int OPENING_AS_CHARACTER = 3;
    private static final int INNER_AS_CHARACTER = 2;
    private static final int COLUMN_MISSED = 4;
    /** Steps that one text may take. */
    private static final int WORK = 4_000_000;
    /** Steps that all texts of a file may take: so many, and so many for each of their characters. */
    private static final long WORK_AT_FIRST = 8_000_000;

    private static final int WORK_OF_A_CHARACTER = 300;
    /** Looking for one character goes over that many in the time of a step. */
    private static final int CHARACTERS_OF_A_STEP = 32;

    private static final int NEVER = Integer.MAX_VALUE / 2;

    private final Dialect dialect;
    private final int columns;
    private long left = WORK_AT_FIRST;

    /** @param columns how many cells a record should have, or 0 where nobody knows */
    QuoteRepair(Dialect dialect, int columns) {
        this.dialect = dialect;
        this.columns = columns;
    }

    /** The cells, or null where the text is too long to weigh, or too much was weighed already. */
    @Nullable
    List<String> cells(String text) {
        int[] starts = starts(text);
        int[] closers = closers(text);
        int most = Math.min(starts.length, columns == 0 ? starts.length : columns + 8);
        long work = starts.length * ((closers.length + 1L) * most + text.length() / CHARACTERS_OF_A_STEP);
        left += (long) WORK_OF_A_CHARACTER * text.length();
        if (work > Math.min(WORK, left)) {
            return null;
        }
        left -= work;
        return new Search(text, starts, closers, most).best();
    }

    /** Where a cell may start: at 0 and after every delimiter; last, the end of the text. */
    private int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf(dialect.delimiter()); i >= 0; i = text.indexOf(dialect.delimiter(), i + 1)) {
            if (count + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count++] = i + 1;
        }
        starts[count++] = text.length() + 1;
        return Arrays.copyOf(starts, count);
    }

    /** Quotes with nothing but blanks between them and a delimiter or the end. */
    private int[] closers(String text) {
        int[] closers = new int[16];
        int count = 0;
        for (int i = text.indexOf(dialect.quote()); i >= 0; i = text.indexOf(dialect.quote(), i + 1)) {
            if (endOfCell(text, i) >= 0) {
                if (count == closers.length) {
                    closers = Arrays.copyOf(closers, count * 2);
                }
                closers[count++] = i;
            }
        }
        return Arrays.copyOf(closers, count);
    }

    private int endOfCell(String text, int quote) {
        int at = quote + 1;
        while (at < text.length() && text.charAt(at) == ' ' && dialect.delimiter() != ' ') {
            at++;
        }
        return at == text.length() || text.charAt(at) == dialect.delimiter() ? at : -1;
    }

    /** Cheapest way to each start with each number of cells, from the left. */
    private final class Search {
        private final String text;
        private final int[] starts;
        private final int[] closers;
        private final int most;
        private final int[][] cost;
        private final int[][] from;

        Search(String text, int[] starts, int[] closers, int most) {
            this.text = text;
            this.starts = starts;
            this.closers = closers;
            this.most = most;
            this.cost = new int[starts.length][most + 1];
            this.from = new int[starts.length][most + 1];
            for (int[] row : cost) {
                Arrays.fill(row, NEVER);
            }
            cost[0][0] = 0;
        }

        @Nullable
        List<String> best() {
            for (int start = 0; start < starts.length - 1; start++) {
                asCharacters(start);
                if (opens(start) >= 0) {
                    asQuoted(start);
                }
            }
            int count = cheapest();
            return cost[starts.length - 1][count] >= NEVER ? null : back(count);
        }

        /** A line break is part of a cell only inside quotes. */
        private void asCharacters(int start) {
            if (breaksLine(starts[start], starts[start + 1] - 1)) {
                return;
            }
            int quotes = 0;
            for (int i = text.indexOf(dialect.quote(), starts[start]);
                    i >= 0 && i < starts[start + 1] - 1;
                    i = text.indexOf(dialect.quote(), i + 1)) {
                quotes++;
            }
            step(start, start + 1, quotes + (opens(start) >= 0 ? OPENING_AS_CHARACTER - 1 : 0), false);
        }

        private boolean breaksLine(int begin, int end) {
            int lineFeed = text.indexOf('\n', begin);
            int carriageReturn = text.indexOf('\r', begin);
            return lineFeed >= 0 && lineFeed < end || carriageReturn >= 0 && carriageReturn < end;
        }

        private void asQuoted(int start) {
            int open = opens(start);
            Loose loose = new Loose(open + 1);
            for (int closer : closers) {
                if (closer > open) {
                    int end = endOfCell(text, closer);
                    int next = Arrays.binarySearch(starts, end + 1);
                    int before = loose.before(closer);
                    if (next > 0) {
                        step(start, next, INNER_AS_CHARACTER * before, true);
                    }
                }
            }
        }

        /** Where the cell's opening quote is, or -1. */
        private int opens(int start) {
            int at = starts[start];
            while (at < text.length() && text.charAt(at) == ' ' && dialect.delimiter() != ' ') {
                at++;
            }
            return at < text.length() && text.charAt(at) == dialect.quote() ? at : -1;
        }

        /** Quotes inside a cell that are neither doubled nor escaped, counted on from one possible end of the cell to the next. */
        private final class Loose {
            private final int begin;
            private int at;
            private int count;

            Loose(int begin) {
                this.begin = begin;
                this.at = text.indexOf(dialect.quote(), begin);
            }

            /** @param end the place of a quote, after that of the last call */
            int before(int end) {
                while (at >= 0 && at < end) {
                    boolean doubled = text.charAt(at + 1) == dialect.quote();
                    if (isEscaped()) {
                        at = text.indexOf(dialect.quote(), at + 1);
                    } else if (doubled && at + 1 == end) {
                        return count + 1;
                    } else {
                        count += doubled ? 0 : 1;
                        at = text.indexOf(dialect.quote(), doubled ? at + 2 : at + 1);
                    }
                }
                return count;
            }

            private boolean isEscaped() {
                return dialect.escape() != Dialect.DOUBLED && at > begin && text.charAt(at - 1) == dialect.escape();
            }
        }

        private void step(int start, int next, int price, boolean quoted) {
            for (int count = 0; count < most; count++) {
                int total = cost[start][count] + price;
                if (total < cost[next][count + 1]) {
                    cost[next][count + 1] = total;
                    from[next][count + 1] = quoted ? -start - 1 : start;
                }
            }
        }

        private int cheapest() {
            int[] last = cost[starts.length - 1];
            int best = most;
            for (int count = most; count >= 1; count--) {
                if (price(last, count) < price(last, best)) {
                    best = count;
                }
            }
            return best;
        }

        private int price(int[] last, int count) {
            return last[count] >= NEVER
                    ? NEVER
                    : last[count] + (columns == 0 ? 0 : COLUMN_MISSED * Math.abs(count - columns));
        }

        private List<String> back(int count) {
            List<String> cells = new ArrayList<>();
            int at = starts.length - 1;
            for (int left = count; left > 0; left--) {
                int step = from[at][left];
                int start = step < 0 ? -step - 1 : step;
                cells.add(
                        step < 0
                                ? unquoted(opens(start) + 1, starts[at] - 1)
                                : text.substring(starts[start], starts[at] - 1));
                at = start;
            }
            Collections.reverse(cells);
            return cells;
        }

        private String unquoted(int begin, int endOfCell) {
            int end = text.lastIndexOf(dialect.quote(), endOfCell - 1);
            String quote = String.valueOf(dialect.quote());
            String inner = text.substring(begin, Math.max(begin, end)).replace(quote + quote, quote);
            return dialect.escape() == Dialect.DOUBLED ? inner : inner.replace(dialect.escape() + quote, quote);
        }
    }
}
