package org.throughline.intake.csv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lines in which there is nothing to parse: without a quotation mark, and with as many cells as there should be. They are cut where they
 * stand, before a line or a cell becomes a text; in most files most lines are such.
 */
final class PlainLines {

    private static final int ASCII = 128;

    private final LineReader lines;
    private final char delimiter;
    /** Characters at which a cell, a line or the plainness ends. */
    private final boolean[] stops = new boolean[ASCII];

    private final TextPool[] texts;
    private final int[] ends;
    /** Of each cell, its characters as {@link TextPool} knows them. */
    private final long[] highs;

    private final long[] lows;
    private int next;
    private int characters;

    private PlainLines(LineReader lines, Dialect dialect, int columns) {
        this.lines = lines;
        this.delimiter = dialect.delimiter();
        this.texts = new TextPool[columns];
        this.ends = new int[columns];
        this.highs = new long[columns];
        this.lows = new long[columns];
        for (char stop : new char[] {'\n', '\r', '\0', dialect.quote(), dialect.delimiter()}) {
            stops[stop] = true;
        }
        for (int i = 0; i < columns; i++) {
            texts[i] = new TextPool(columns);
        }
    }

    /** Null where the dialect leaves no line plain. */
    static @Nullable PlainLines of(LineReader lines, Dialect dialect, int columns) {
        boolean simple = dialect.escape() == Dialect.DOUBLED && !dialect.padded();
        boolean ascii = dialect.delimiter() < ASCII && dialect.quote() < ASCII;
        return simple && ascii && columns > 1 ? new PlainLines(lines, dialect, columns) : null;
    }

    /** The cells of the next line, or null where it is not plain; then it is still the next. */
    String @Nullable [] next() throws IOException {
        if (lines.hasGivenBack() || !find() && !(lines.fill() && find())) {
            return null;
        }
        char[] buffer = lines.buffer();
        String[] cells = new String[texts.length];
        int from = lines.position();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = texts[i].text(buffer, from, ends[i], highs[i], lows[i]);
            from = ends[i] + 1;
        }
        characters = next - lines.position();
        lines.moveTo(next);
        return cells;
    }

    /** Of the line last taken. */
    int characters() {
        return characters;
    }

    /** Finds where the cells of the next line end; false where it is not plain, or not all of it is there. */
    private boolean find() {
        char[] buffer = lines.buffer();
        int end = lines.end();
        int column = 0;
        int from = lines.position();
        long high = 0;
        long low = 0;
        int all = 0;
        for (int i = from; i < end; i++) {
            char c = buffer[i];
            if (c >= ASCII || !stops[c]) {
                high = high << 8 | low >>> 56;
                low = low << 8 | c;
                all |= c;
                continue;
            }
            if (!isEndOfCell(c, column)) {
                return false;
            }
            boolean fits = all < ASCII && i - from <= TextPool.LONGEST;
            ends[column] = i;
            highs[column] = fits ? high : 0;
            lows[column++] = fits ? low : 0;
            if (c != delimiter) {
                return endsAt(i, buffer, end);
            }
            from = i + 1;
            high = 0;
            low = 0;
            all = 0;
        }
        return false;
    }

    private boolean isEndOfCell(char c, int column) {
        int last = ends.length - 1;
        return c == delimiter ? column < last : column == last && (c == '\n' || c == '\r');
    }

    private boolean endsAt(int at, char[] buffer, int end) {
        boolean carriageReturn = buffer[at] == '\r';
        if (carriageReturn && at + 1 == end) {
            return false;
        }
        next = at + (carriageReturn && buffer[at + 1] == '\n' ? 2 : 1);
        return true;
    }
}
