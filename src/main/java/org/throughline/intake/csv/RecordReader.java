package org.throughline.intake.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records one by one. OpenCSV parses each; which lines belong to a record is found out here, so that one unclosed quote costs a bounded
 * look ahead (and its own line) instead of the rest of the file.
 */
public final class RecordReader {

    /** A quoted cell of more lines than this is taken for a quote that was never closed. */
    private static final int LINES_OF_A_RECORD = 1000;

    private final LineReader lines;
    private final Dialect dialect;
    private final RFC4180Parser parser;
    private int row;

    public RecordReader(Reader in, Dialect dialect) {
        this.lines = new LineReader(in);
        this.dialect = dialect;
        this.parser = new RFC4180ParserBuilder()
                .withSeparator(dialect.delimiter())
                .withQuoteChar(dialect.quote())
                .build();
    }

    /** The next record, or null after the last. A blank line is a record of one blank cell: a spreadsheet counts it too. */
    public @Nullable CsvRecord next() throws IOException {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        row++;
        if (line.indexOf(dialect.quote()) < 0) {
            return new CsvRecord(row, split(line), false);
        }
        String joined = join(line);
        return joined == null
                ? new CsvRecord(row, split(line), true)
                : new CsvRecord(row, parser.parseLine(joined), false);
    }

    /** The line with those that its open quote takes in, or null where the quote doesn't close. */
    private @Nullable String join(String line) throws IOException {
        if (closesItsQuotes(line, false)) {
            return line;
        }
        Deque<String> taken = new ArrayDeque<>();
        StringBuilder joined = new StringBuilder(line);
        for (int i = 1; i < LINES_OF_A_RECORD; i++) {
            String more = lines.next();
            if (more == null) {
                break;
            }
            taken.push(more);
            joined.append('\n').append(more);
            if (closesItsQuotes(more, true)) {
                return joined.toString();
            }
        }
        taken.forEach(lines::giveBack);
        return null;
    }

    private boolean closesItsQuotes(String line, boolean open) {
        boolean inside = open;
        for (int i = line.indexOf(dialect.quote()); i >= 0; i = line.indexOf(dialect.quote(), i + 1)) {
            inside = !inside;
        }
        return !inside;
    }

    private String[] split(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(dialect.delimiter()); to >= 0; to = line.indexOf(dialect.delimiter(), from)) {
            cells.add(line.substring(from, to));
            from = to + 1;
        }
        cells.add(line.substring(from));
        return cells.toArray(String[]::new);
    }
}
