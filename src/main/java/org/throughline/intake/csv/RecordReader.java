package org.throughline.intake.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.intake.csv.CsvRecord.Oddity;
import org.throughline.intake.csv.LineReader.Line;
import org.throughline.intake.csv.QuoteScan.State;

/**
 * Records one by one. OpenCSV parses each; which lines belong to a record, and what to make of quotes that are out of order, is found out
 * here, so that one unclosed quote costs a bounded look ahead (and its own line) instead of the rest of the file.
 */
public final class RecordReader {

    /** A quoted cell of more lines or characters than this is taken for a quote that was never closed. */
    private static final int LINES_OF_A_RECORD = 1_000;

    private static final int CHARACTERS_OF_A_RECORD = 1 << 20;
    /** A longer line is no line of a table, and would not fit into memory with all that is made of it. */
    public static final int LONGEST_LINE = 1 << 24;

    /** A record whose quotes are out of order may still go over so many lines. */
    private static final int LINES_OF_A_REPAIR = 8;
    /** So many whole records in a row inside an open quote say that it is no quote. */
    private static final int WHOLE_RECORDS = 3;

    private static final char[] OTHER_DELIMITERS = {';', ',', '\t', '|', ' '};

    /** A title of so many words is not likely to have as many as the table has columns. */
    private static final int WORDS_OF_A_TITLE = 6;

    private final LineReader lines;
    private final @Nullable PlainLines plainLines;
    private final Dialect dialect;
    private final int columns;
    private final QuoteScan scan;
    private final QuoteRepair repair;
    private final RFC4180Parser parser;
    private int row;

    /** Reads what is known to be in order, whatever the number of cells. */
    public RecordReader(Reader in, Dialect dialect) {
        this(in, dialect, 0);
    }

    /** Reads to see whether the dialect fits: what is out of order is not mended. */
    static RecordReader trial(Reader in, Dialect dialect) {
        return new RecordReader(in, dialect, -1);
    }

    /** @param columns how many cells most records have: what tells a quote from a character; 0 where nobody knows */
    public RecordReader(Reader in, Dialect dialect, int columns) {
        this(in, dialect, columns, LONGEST_LINE);
    }

    /** @param longestLine characters that a line may have */
    RecordReader(Reader in, Dialect dialect, int columns, int longestLine) {
        this.lines = new LineReader(in, longestLine);
        this.plainLines = PlainLines.of(lines, dialect, columns);
        this.dialect = dialect;
        this.columns = columns;
        this.scan = new QuoteScan(dialect);
        this.repair = new QuoteRepair(dialect, columns);
        this.parser = new RFC4180ParserBuilder()
                .withSeparator(dialect.delimiter())
                .withQuoteChar(dialect.quote())
                .build();
    }

    /**
     * The next record, or null after the last. A blank line is a record of one blank cell: a spreadsheet counts it too.
     *
     * @throws LineTooLong if a line has more characters than it may
     */
    public @Nullable CsvRecord next() throws IOException {
        try {
            String[] plain = plainLines == null ? null : plainLines.next();
            return plain == null ? parsedWhole() : new CsvRecord(++row, plain, plainLines.characters(), null);
        } catch (LineReader.TooLong line) {
            throw new LineTooLong(row + 1);
        }
    }

    private @Nullable CsvRecord parsedWhole() throws IOException {
        CsvRecord record = parsed();
        boolean lacks = lines.hasLeftOut();
        return record == null || !lacks || record.oddity() != null
                ? record
                : new CsvRecord(record.row(), record.cells(), Oddity.NUL);
    }

    private @Nullable CsvRecord parsed() throws IOException {
        Line line = lines.next();
        if (line == null) {
            return null;
        }
        row++;
        String text = line.text();
        if (text.indexOf(dialect.quote()) < 0) {
            return withDelimiter(text, new CsvRecord(row, parse(text), null));
        }
        State state = scan.scan(text, false);
        if (state == State.CLOSED) {
            return withDelimiter(text, new CsvRecord(row, parse(text), null));
        }
        String joined = state == State.OPEN ? join(line) : null;
        return joined == null ? repaired(line, state) : new CsvRecord(row, parse(joined), null);
    }

    /** OpenCSV on a text whose quotes are in order. */
    private String[] parse(String text) throws IOException {
        String plain = text;
        if (dialect.escape() != Dialect.DOUBLED && text.indexOf(dialect.escape()) >= 0) {
            plain = Unescape.toDoubled(plain, dialect);
        }
        if (dialect.padded()) {
            plain = Unescape.unpadded(plain, dialect);
        }
        return parser.parseLine(plain);
    }

    /** The line with those that its open quote takes in, or null where the quote does not close as it should. */
    private @Nullable String join(Line first) throws IOException {
        List<Line> taken = new ArrayList<>();
        StringBuilder joined = new StringBuilder(first.text());
        String end = first.end();
        int whole = 0;
        while (taken.size() < LINES_OF_A_RECORD && joined.length() < CHARACTERS_OF_A_RECORD && whole < WHOLE_RECORDS) {
            Line more = lines.next();
            if (more == null) {
                break;
            }
            taken.add(more);
            joined.append(end).append(more.text());
            end = more.end();
            State state = scan.scan(more.text(), true);
            if (state == State.CLOSED) {
                return joined.toString();
            }
            if (state == State.MALFORMED) {
                break;
            }
            whole = isWholeRecord(more.text()) ? whole + 1 : 0;
        }
        giveBack(taken, 0);
        return null;
    }

    private boolean isWholeRecord(String text) {
        return columns > 2 && count(text, dialect.delimiter()) == columns - 1;
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) {
            count++;
        }
        return count;
    }

    /** The record with a quote that is none: the line alone where its cells fit, else with as many more as make them fit. */
    private CsvRecord repaired(Line first, State state) throws IOException {
        List<String> alone = columns < 0 ? null : repair.cells(first.text());
        CsvRecord.Oddity oddity = state == State.OPEN ? Oddity.UNCLOSED_QUOTE : Oddity.STRAY_QUOTE;
        if (alone == null) {
            return new CsvRecord(row, Unescape.splitLeniently(first.text(), dialect), oddity);
        }
        if (columns > 0 && alone.size() < columns) {
            List<String> longer = overLines(first);
            if (longer != null) {
                return new CsvRecord(row, longer.toArray(String[]::new), Oddity.STRAY_QUOTE);
            }
        }
        CsvRecord record = new CsvRecord(row, alone.toArray(String[]::new), oddity);
        return withDelimiter(first.text(), record);
    }

    private @Nullable List<String> overLines(Line first) throws IOException {
        List<Line> taken = new ArrayList<>();
        StringBuilder joined = new StringBuilder(first.text());
        String end = first.end();
        while (taken.size() < LINES_OF_A_REPAIR && joined.length() < CHARACTERS_OF_A_RECORD) {
            Line more = lines.next();
            if (more == null || isWholeRecord(more.text()) && more.text().indexOf(dialect.quote()) < 0) {
                if (more != null) {
                    lines.giveBack(more);
                }
                break;
            }
            taken.add(more);
            joined.append(end).append(more.text());
            end = more.end();
            List<String> cells = repair.cells(joined.toString());
            if (cells != null && cells.size() == columns) {
                return cells;
            }
        }
        giveBack(taken, 0);
        return null;
    }

    private void giveBack(List<Line> taken, int from) {
        for (int i = taken.size() - 1; i >= from; i--) {
            lines.giveBack(taken.get(i));
        }
    }

    /** A record with too few cells that another delimiter splits into exactly as many as there should be. */
    private CsvRecord withDelimiter(String text, CsvRecord record) throws IOException {
        if (columns < 3 || record.cells().length >= columns || record.isBlank()) {
            return record;
        }
        for (char delimiter : OTHER_DELIMITERS) {
            boolean likely = delimiter != ' ' || columns >= WORDS_OF_A_TITLE;
            if (likely && delimiter != dialect.delimiter() && count(text, delimiter) >= columns - 1) {
                Dialect other = new Dialect(delimiter, dialect.quote(), dialect.escape(), false);
                String[] cells =
                        new QuoteScan(other).scan(text, false) == State.CLOSED ? otherwise(text, other) : new String[0];
                if (cells.length == columns) {
                    return new CsvRecord(record.row(), cells, Oddity.OTHER_DELIMITER);
                }
            }
        }
        return record;
    }

    private static String[] otherwise(String text, Dialect other) throws IOException {
        RFC4180Parser parser = new RFC4180ParserBuilder()
                .withSeparator(other.delimiter())
                .withQuoteChar(other.quote())
                .build();
        return parser.parseLine(Unescape.toDoubled(text, other));
    }
}
